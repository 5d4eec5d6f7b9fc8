import type { Follow } from '../../../../platform/follow.ts'
import { personId } from '../../../../record/actor.ts'
import type { AnyRow } from '../../../../record/record.ts'
import { request } from '../request.record.ts'
import type { RequestRow } from './order.ts'

/** What the requester was asked and answers in a comment lets the work go on by itself. */
export const hearAnswers: Follow = async (tx, { record, verb, after }) => {
  if (record.name !== request.name || verb !== 'comment' || after.state !== 'waiting') return
  const { id, createdBy, forPerson } = after as AnyRow & RequestRow
  const me = personId(tx.actor)
  if (me !== null && (me === createdBy || me === forPerson)) await tx.as('fulfilment').act(request, id, 'resume')
}
