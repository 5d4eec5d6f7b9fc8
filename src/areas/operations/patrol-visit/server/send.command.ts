import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { notFound, Refusal } from '../../../../record/problem.ts'
import { trueTime } from '../../../../record/time.ts'
import { valuesSchema } from '../../checkpoint/reading.settings.ts'
import '../../server/tables.ts'
import { patrolVisit } from '../patrol-visit.record.ts'
import { endWhole } from './round.ts'

const visitSchema = z.strictObject({
  key: z.uuid(),
  checkpoint: z.uuid(),
  values: valuesSchema,
  note: z.string().trim().min(1).max(1_000).nullable().default(null),
  how: z.enum(['scanned', 'picked']),
  visitedAt: z.iso.datetime(),
})

/** Takes what a device has read, each visit once however often it is sent; with the last checkpoint the round is done. */
export const sendVisits = command({
  path: '/api/patrols/visits',
  allow: patrolVisit.access.create,
  about: 'patrol-visit',
  summary: 'Sends visits of a round, up to fifty at once; the same visit sent twice is there once.',
  input: z.strictObject({
    task: z.uuid(),
    device: z.string().trim().min(1).max(80).nullable().default(null),
    /** What the device's clock shows now. */
    sentAt: z.iso.datetime(),
    visits: z.array(visitSchema).min(1).max(50),
  }),
  output: z.object({
    state: z.string(),
    items: z.array(
      z.object({
        key: z.uuid(),
        outcome: z.enum(['kept', 'already', 'refused']),
        /** Of the visit, where it is kept. */
        id: z.uuid().nullable(),
        why: z.tuple([z.string(), z.string()]).readonly().nullable(),
      }),
    ),
  }),
  async run(tx, { task, device, sentAt, visits }) {
    // One device may send the same twice at once: the second waits, and finds it there.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`patrol ${task}`}, 0))`.execute(tx.db)
    const of = await tx.db.selectFrom('dutyTask').select('route').where('id', '=', task).executeTakeFirst()
    if (!of?.route) throw notFound()
    const keys = visits.map(({ key }) => key)
    const there = await tx.db.selectFrom('patrolVisit').select(['id', 'key']).where('key', 'in', keys).execute()
    const known = new Map(there.map(({ id, key }) => [key, id]))
    const items = []
    for (const one of visits) {
      const { key } = one
      if (known.has(key)) {
        items.push({ key, outcome: 'already' as const, id: known.get(key) ?? null, why: null })
        continue
      }
      const visitedAt = trueTime(one.visitedAt, sentAt, tx.now)
      const [made] = await tx.putMany(patrolVisit, [{ values: { ...one, task, device, visitedAt } }])
      if (!made) continue
      if (made instanceof Refusal) {
        items.push({ key, outcome: 'refused' as const, id: null, why: made.faults[0]?.text ?? made.text })
        continue
      }
      known.set(key, made.id)
      items.push({ key, outcome: 'kept' as const, id: made.id, why: null })
    }
    return { state: (await endWhole(tx, task)).state, items }
  },
})
