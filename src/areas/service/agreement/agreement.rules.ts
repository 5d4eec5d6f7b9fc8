import { personId } from '../../../record/actor.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { Moment } from '../../../record/record.ts'

interface Signing {
  readonly createdBy: string | null
  readonly contact: string
  readonly signedForIt: string | null
}

/** Whoever drew it up does not sign it, nobody signs for both sides, and once is enough. */
export function notSignedBefore({ createdBy, contact, signedForIt }: Signing, { actor }: Moment): Fault[] {
  const me = personId(actor)
  if (signedForIt !== null)
    return [
      fault('', 'signed', '信息技术部已签字,等待客户方签字。', 'IT has signed; the customer’s signature is awaited.'),
    ]
  if (me === createdBy)
    return [fault('', 'same-person', '拟稿人不能签自己的协议,须由他人签字。', 'Whoever drew it up does not sign it.')]
  if (me === contact)
    return [
      fault(
        '',
        'same-person',
        '客户方签字人不能代表信息技术部签字。',
        'Who signs for the customer does not sign for IT.',
      ),
    ]
  return []
}

/** The customer signs what IT has signed, by another hand than either of IT's. */
export function signedByUs({ createdBy, signedForIt }: Signing, { actor }: Moment): Fault[] {
  if (signedForIt === null) return [fault('', 'not-signed', '信息技术部尚未签字。', 'IT has not signed yet.')]
  const me = personId(actor)
  return me === createdBy || me === signedForIt
    ? [fault('', 'same-person', '双方须由不同的人签字。', 'The two sides are signed for by different people.')]
    : []
}

/** What is wrong with the time it is to hold. */
export const spanFaults = ({
  validFrom,
  validTo,
}: {
  readonly validFrom: string
  readonly validTo: string
}): Fault[] => (validTo < validFrom ? [fault('validTo', 'order', '止期早于起期。', 'It ends before it begins.')] : [])
