import type { Actor } from '../../../record/actor.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { instantAt, minuteMs, msOf } from '../../../record/time.ts'

export const grantKinds = ['standing', 'temporary', 'emergency'] as const
export type GrantKind = (typeof grantKinds)[number]

/** In these states a person has the right; the last of them is to be taken away. */
export const heldStates = ['granted', 'revoking'] as const
/** In these they have it or will. */
export const liveStates = ['approved', ...heldStates] as const

/** The longest an emergency lasts, hours. */
const emergencyHours = 24

type Moment = { readonly actor: Actor; readonly now: string }
interface Row {
  readonly kind: GrantKind
  readonly approvedAt: string | null
}

export const notForOneself = otherThan(
  ['权限由使用人以外的人开通。', 'Somebody other than who gets it sets it up.'],
  'person',
)
const notWhoApproved = otherThan(['批准人不能自己开通。', 'Whoever agreed to it does not set it up.'], 'approvedBy')
export const anotherSetsUp = (row: object, moment: Moment): Fault[] => [
  ...notForOneself(row, moment),
  ...notWhoApproved(row, moment),
]

export const isNoEmergency = ({ kind }: Row): Fault[] =>
  kind === 'emergency'
    ? [
        fault(
          'kind',
          'emergency',
          '紧急授权直接开通,事后审批。',
          'An emergency is set up at once and agreed to afterwards.',
        ),
      ]
    : []

export const isEmergency = ({ kind }: Row): Fault[] =>
  kind === 'emergency'
    ? []
    : [fault('kind', 'no-emergency', '只有紧急授权可以先开通。', 'Only an emergency is set up before it is agreed to.')]

export const wantsRatifying = ({ kind, approvedAt }: Row): Fault[] =>
  kind === 'emergency' && approvedAt === null
    ? []
    : [fault('', 'no-need', '无需事后审批。', 'It need not be agreed to afterwards.')]

const hoursAfter = (instant: string, hours: number): string => instantAt(msOf(instant) + hours * 60 * minuteMs)

/** By when an emergency must have been agreed to: within so many hours, and before it is over. */
export const ratifiedBy = (now: string, hours: number, endsAt: string | null): string => {
  const due = hoursAfter(now, hours)
  return endsAt !== null && endsAt < due ? endsAt : due
}

interface Span {
  readonly kind: GrantKind
  readonly extra: boolean
  readonly startsAt: string | null
  readonly endsAt: string | null
}

/** A grant ends where it must, after it begins, and not before it is there; an emergency soon. */
export function spanFaults({ kind, extra, startsAt, endsAt }: Span, now: string): Fault[] {
  if (endsAt === null) {
    if (kind !== 'standing')
      return [
        fault('endsAt', 'required', '临时和紧急授权须写明截止时间。', 'A temporary grant or an emergency has an end.'),
      ]
    return extra
      ? [
          fault(
            'endsAt',
            'beyond-post',
            '该权限超出其岗位所需,须写明截止时间。',
            'No post of this person needs the right: say until when.',
          ),
        ]
      : []
  }
  if (endsAt <= now) return [fault('endsAt', 'past', '截止时间已过。', 'Its end is past.')]
  if (startsAt !== null && endsAt <= startsAt)
    return [fault('endsAt', 'before-start', '截止时间须晚于开始时间。', 'It must end after it begins.')]
  return kind === 'emergency' && endsAt > hoursAfter(now, emergencyHours)
    ? [
        fault(
          'endsAt',
          'too-long',
          `紧急授权最长 ${emergencyHours} 小时。`,
          `An emergency lasts ${emergencyHours} hours at most.`,
        ),
      ]
    : []
}

/** Does one that is wanted from an instant overlap one that is there? */
export const overlaps = (startsAt: string | null, there: { readonly endsAt: string | null }, now: string): boolean =>
  there.endsAt === null || there.endsAt > (startsAt ?? now)
