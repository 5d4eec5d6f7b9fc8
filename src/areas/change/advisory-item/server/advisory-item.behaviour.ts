import '../../server/tables.ts'
import { createHash } from 'node:crypto'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { holds } from '../../../../record/rule.ts'
import { advisoryMeeting, leads } from '../../advisory-meeting/advisory-meeting.record.ts'
import { openItems } from '../../advisory-meeting/server/agenda.ts'
import { advisoryItem } from '../advisory-item.record.ts'

type Row = RowOf<typeof advisoryItem>

/** Locked, so that a meeting is not closed while something is still put to it. */
const meetingOf = (tx: Tx, { meeting }: Row) => tx.lock(advisoryMeeting, meeting)

const isOpen = (state: string): boolean => state === 'planned' || state === 'in-session'

const over = fault('meeting', 'over', '评审会已结束。', 'The meeting is over.')

/** What a person adds has a reason, is still to be decided upon or was an emergency, and waits at no other meeting. */
async function mayBeAdded(tx: Tx, row: Row): Promise<Fault[]> {
  if (personId(tx.actor) === null) return []
  const faults: Fault[] = []
  if (!isOpen((await meetingOf(tx, row)).state)) faults.push(over)
  if (!row.addReason) faults.push(fault('addReason', 'required', '须写明加入理由。', 'Say why it is added.'))
  const [other] = await openItems(tx, row.change)
  if (other)
    faults.push(
      fault(
        'change',
        'on-agenda',
        `已列入 ${other.number} 的议程。`,
        `It is on the agenda of ${other.number} already.`,
      ),
    )
  const change = await tx.db
    .selectFrom('change')
    .select(['kind', 'state'])
    .where('id', '=', row.change)
    .executeTakeFirst()
  if (change && change.kind !== 'emergency' && change.state !== 'draft' && change.state !== 'assessed')
    faults.push(fault('change', 'decided', '该变更已有结论,无须评审。', 'It has been decided upon already.'))
  return faults
}

/** Noted by one of those who met, while they meet, and by nobody of their own change. */
async function mayBeAdvised(tx: Tx, row: Row): Promise<Fault[]> {
  const { state, chair, participants } = await meetingOf(tx, row)
  const me = personId(tx.actor)
  const faults: Fault[] = []
  if (state !== 'in-session')
    faults.push(fault('', 'not-in-session', '开会时才能记录意见。', 'Advice is noted while the meeting is in session.'))
  if (me === null) return faults
  if (me !== chair && !participants.includes(me))
    faults.push(fault('', 'not-there', '由参加会议的人记录。', 'One of those who take part notes it.'))
  const of = await tx.db
    .selectFrom('change')
    .select(['owner', 'createdBy'])
    .where('id', '=', row.change)
    .executeTakeFirstOrThrow()
  if (me === of.owner || me === of.createdBy)
    faults.push(
      fault('', 'own-change', '自己的变更由他人记录意见。', 'Somebody else notes the advice on a change of one’s own.'),
    )
  return faults
}

async function mayBeTakenOff(tx: Tx, row: Row): Promise<Fault[]> {
  const meeting = await meetingOf(tx, row)
  const faults = isOpen(meeting.state) ? [] : [over]
  if (personId(tx.actor) !== null && !holds(leads, tx.actor, { ...meeting }))
    faults.push(
      fault('', 'not-leading', '由主持人、召集人或经理移出。', 'The chair, who called it or a manager takes it off.'),
    )
  return faults
}

/** What the chair signs says what was advised: whoever changes that afterwards makes the signature another's. */
async function keepDigest(tx: Tx, { meeting }: Row): Promise<void> {
  const items = await tx.db
    .selectFrom('advisoryItem')
    .select(['id', 'change', 'state', 'advice', 'said', 'conditions', 'dropReason'])
    .where('meeting', '=', meeting)
    .where('state', 'in', ['advised', 'taken-off'])
    .orderBy('id')
    .execute()
  const digest = createHash('sha256').update(JSON.stringify(items)).digest('hex')
  await tx.as('change').update(advisoryMeeting, meeting, { digest })
}

export const advisoryItemBehaviour = behave(advisoryItem, {
  async derive(tx, steps) {
    const ids = [...new Set(steps.map(({ after }) => after.change))]
    const named = await tx.db.selectFrom('change').select(['id', 'number', 'title']).where('id', 'in', ids).execute()
    const titles = new Map(named.map(({ id, number, title }) => [id, `${number} ${title}`]))
    return steps.map(({ before, after }) => (before ? {} : { title: titles.get(after.change) ?? null }))
  },
  guards: { create: mayBeAdded, advise: mayBeAdvised, 'take-off': mayBeTakenOff },
  effects: { advise: keepDigest, 'take-off': keepDigest },
})
