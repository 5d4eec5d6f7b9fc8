import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { tellDue } from '../../../messaging/messaging.api.ts'
import { advisoryItem } from '../../advisory-item/advisory-item.record.ts'
import { advisoryMeeting } from '../advisory-meeting.record.ts'
import { agendaOf } from './agenda.beside.ts'
import { bring, draw } from './agenda.ts'
import { minutes } from './paper.ts'

type Row = RowOf<typeof advisoryMeeting>

const endsAfterItBegins = async (_tx: Tx, { startsAt, endsAt }: Row): Promise<Fault[]> =>
  endsAt > startsAt ? [] : [fault('endsAt', 'before-start', '结束须晚于开始。', 'It must end after it begins.')]

/** The minutes say something of everything. */
async function allIsAdvised(tx: Tx, { id }: Row): Promise<Fault[]> {
  const open = await itemsOf(tx, id, 'on-agenda')
  return open.map(({ title }) => fault('', 'not-advised', `尚无意见:${title}。`, `Nothing is advised yet on ${title}.`))
}

const itemsOf = (tx: Tx, meeting: string, state: 'on-agenda' | 'advised') =>
  tx.db
    .selectFrom('advisoryItem')
    .select(['id', 'title', 'change', 'because', 'advice'])
    .where('meeting', '=', meeting)
    .where('state', '=', state)
    .orderBy('id')
    .execute()

/** Everybody but who sends it gets the time, the place and the agenda as it stands. */
async function invite(tx: Tx, row: Row): Promise<void> {
  const people = [...new Set([row.chair, ...row.participants])]
  await tellDue(
    tx,
    advisoryMeeting,
    row,
    'invite',
    people.map((id) => ({ is: 'person', id })),
    await invitation(tx, row),
  )
}

/** Longest that an invitation's agenda is; the rest stands on the page. */
const told = 40

async function invitation(tx: Tx, row: Row): Promise<Words> {
  const items = (await agendaOf(tx.db, row.id)).filter(({ state }) => state === 'on-agenda')
  const lines = items.slice(0, told).map(({ change: { number, title } }, n) => `${n + 1}. ${number} ${title}`)
  const more = items.length - lines.length
  const place = row.place ? [`地点:${row.place}`, `Place: ${row.place}`] : null
  return [
    [
      ...(place ? [place[0]] : []),
      `议程(${items.length} 项):`,
      ...lines,
      ...(more > 0 ? [`另有 ${more} 项。`] : []),
    ].join('\n'),
    [
      ...(place ? [place[1]] : []),
      `Agenda (${items.length}):`,
      ...lines,
      ...(more > 0 ? [`And ${more} more.`] : []),
    ].join('\n'),
  ]
}

/** What was put off comes before the next. */
async function carryOver(tx: Tx, { id }: Row): Promise<void> {
  for (const { change, advice } of await itemsOf(tx, id, 'advised'))
    if (advice === 'not-yet' && (await waits(tx, change))) await bring(tx, change, 'waiting')
}

const waits = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.db.selectFrom('change').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state === 'assessed'

async function callOff(tx: Tx, row: Row): Promise<void> {
  for (const { id, change, because } of await itemsOf(tx, row.id, 'on-agenda')) {
    await tx.as('change').act(advisoryItem, id, 'lapse', { dropReason: `评审会取消:${row.cancelReason}` })
    await bring(tx, change, because)
  }
}

export const advisoryMeetingBehaviour = behave(advisoryMeeting, {
  guards: { create: endsAfterItBegins, update: endsAfterItBegins, hold: allIsAdvised },
  effects: {
    create: (tx, { id }) => draw(tx, id),
    open: (tx, { id }) => draw(tx, id),
    hold: carryOver,
    invite,
    cancel: callOff,
  },
  paper: minutes,
})
