import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { beside } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { advisoryItem, becauses } from '../../advisory-item/advisory-item.record.ts'
import { change } from '../../change/change.record.ts'
import { kinds, risks } from '../../change/plan.rules.ts'
import { advices, inOrder } from '../advice.rules.ts'
import { advisoryMeeting } from '../advisory-meeting.record.ts'

const itemShape = z.object({
  id: z.uuid(),
  state: z.enum(advisoryItem.states),
  because: z.enum(becauses),
  addReason: z.string().nullable(),
  said: z.string().nullable(),
  advice: z.enum(advices).nullable(),
  conditions: z.string().nullable(),
  dropReason: z.string().nullable(),
  change: z.object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    kind: z.enum(kinds),
    state: z.enum(change.states),
    risk: z.enum(risks).nullable(),
    reason: z.string(),
    plannedStart: z.iso.datetime().nullable(),
    plannedEnd: z.iso.datetime().nullable(),
    startedAt: z.iso.datetime().nullable(),
    owner: z.string().nullable(),
  }),
})

/** A meeting's agenda in the order in which it is gone through. */
export const meetingAgenda = beside({
  name: 'agenda',
  of: ({ name }) => name === advisoryMeeting.name,
  summary: 'The agenda of an advisory board in its order: each change with its risk and window, and what was advised',
  output: z.object({ items: z.array(itemShape) }),
  run: async ({ db }, _record, row) => ({ items: await agendaOf(db, row.id) }),
})

/** What is, was, or no longer is on the agenda; what left it stands last. */
export async function agendaOf(db: Kysely<Tables>, meeting: string): Promise<z.output<typeof itemShape>[]> {
  const rows = await db
    .selectFrom('advisoryItem as i')
    .innerJoin('change as c', 'c.id', 'i.change')
    .leftJoin('person as p', 'p.id', 'c.owner')
    .select(['i.id', 'i.state', 'i.because', 'i.addReason', 'i.said', 'i.advice', 'i.conditions', 'i.dropReason'])
    .select(['c.id as changeId', 'c.number', 'c.title', 'c.kind', 'c.state as changeState', 'c.risk', 'c.reason'])
    .select(['c.plannedStart', 'c.plannedEnd', 'c.startedAt', 'p.name as owner'])
    .where('i.meeting', '=', meeting)
    .orderBy('i.id')
    .execute()
  const items = rows.map(
    ({
      changeId,
      number,
      title,
      kind,
      changeState,
      risk,
      reason,
      plannedStart,
      plannedEnd,
      startedAt,
      owner,
      ...one
    }) => ({
      ...one,
      change: {
        ...{ id: changeId, number, title, kind, state: changeState, risk, reason },
        ...{ plannedStart, plannedEnd, startedAt, owner },
      },
    }),
  )
  const left = ({ state }: (typeof items)[number]) => Number(state === 'taken-off' || state === 'lapsed')
  return items.sort((a, b) => left(a) - left(b) || inOrder(a.change, b.change))
}
