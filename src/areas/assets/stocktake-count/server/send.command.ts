import '../../stocktake/server/line.table.ts'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { invalid, notFound, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import { trueTime } from '../../../../record/time.ts'
import { outcomeOf } from '../../stocktake/result.rules.ts'
import { placesWithin } from '../../stocktake/server/places.ts'
import type { stocktake } from '../../stocktake/stocktake.record.ts'
import { stocktakeCount } from '../stocktake-count.record.ts'
import { taking } from './stocktake-count.behaviour.ts'

type Db = Kysely<Tables>
type Count = RowOf<typeof stocktakeCount>

const countSchema = z.strictObject({
  key: z.uuid(),
  tag: z.string().trim().min(1).max(80),
  place: z.uuid().nullable().default(null),
  holder: z.uuid().nullable().default(null),
  note: z.string().trim().min(1).max(1_000).nullable().default(null),
  countedAt: z.iso.datetime(),
})

/**
 * Takes what a device has counted, each count once however often it is sent: `kept`, there `already`, come `late` after the end of
 * counting (kept, and looked at only if it is taken up again), or `refused`, so that the device keeps it. Who counted the same thing
 * elsewhere is told with it.
 */
export const sendCounts = command({
  path: '/api/stocktaking/counts',
  allow: everyone,
  summary: 'Sends what a device has counted, up to a hundred at once; the same count sent twice is there once.',
  input: z.strictObject({
    stocktake: z.uuid(),
    device: z.string().trim().min(1).max(80).nullable().default(null),
    /** What the device's clock shows now. */
    sentAt: z.iso.datetime(),
    counts: z.array(countSchema).min(1).max(100),
  }),
  output: z.object({
    state: z.string(),
    items: z.array(
      z.object({
        key: z.uuid(),
        outcome: z.enum(['kept', 'already', 'late', 'refused']),
        why: z.tuple([z.string(), z.string()]).readonly().nullable(),
        name: z.string().nullable(),
        result: z.enum(['found', 'wrong-place', 'wrong-holder', 'surplus', 'twice']).nullable(),
        others: z.array(z.object({ counter: z.string(), place: z.string().nullable(), countedAt: z.iso.datetime() })),
      }),
    ),
  }),
  async run(tx, { stocktake: id, device, sentAt, counts }) {
    const row = await counted(tx, id)
    // One device may send the same twice at once: the second waits, and finds it there.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`count ${row.id} ${actorOf(tx)}`}, 0))`.execute(tx.db)
    const known = new Set(await keysOf(tx.db, row.id, counts))
    const items = []
    for (const one of counts) {
      const isKnown = known.has(one.key)
      known.add(one.key)
      if (isKnown) {
        const stored = await byKey(tx.db, one.key)
        items.push({ ...(await told(tx.db, row, stored)), key: one.key, outcome: 'already' as const, why: null })
        continue
      }
      const values = { ...one, stocktake: row.id, device, countedAt: trueTime(one.countedAt, sentAt, tx.now) }
      const [made] = await tx.putMany(stocktakeCount, [{ values }])
      if (!made) continue
      if (made instanceof Refusal)
        items.push({
          key: one.key,
          outcome: 'refused' as const,
          why: whyOf(made),
          name: null,
          result: null,
          others: [],
        })
      else {
        const outcome = row.state === 'counting' ? ('kept' as const) : ('late' as const)
        items.push({ ...(await told(tx.db, row, made)), key: one.key, outcome, why: null })
      }
    }
    return { state: row.state, items }
  },
})

type Stocktake = Pick<RowOf<typeof stocktake>, 'id' | 'state' | 'mode'>

/** The stocktake for whoever counts it, held against its end; refuses `not-found` and, before it begins, `wrong-state`. */
async function counted(tx: Tx, id: string): Promise<Stocktake> {
  const row = await tx.db
    .selectFrom('stocktake')
    .select(['id', 'state', 'mode', 'counters'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  if (!row?.counters.includes(actorOf(tx))) throw notFound()
  if (row.state !== 'cancelled' && !taking.includes(row.state))
    throw new Refusal('wrong-state', ['盘点尚未开始。', 'The stocktake has not begun.'], [], { state: row.state })
  return row as Stocktake
}

function actorOf(tx: Tx): string {
  if (tx.actor.kind !== 'person') throw invalid([])
  return tx.actor.id
}

const whyOf = ({ faults, text }: Refusal) => faults[0]?.text ?? text

async function keysOf(db: Db, id: string, counts: readonly { key: string }[]): Promise<string[]> {
  const rows = await db
    .selectFrom('stocktakeCount')
    .select('key')
    .where('stocktake', '=', id)
    .where(
      'key',
      'in',
      counts.map(({ key }) => key),
    )
    .execute()
  return rows.map(({ key }) => key)
}

const byKey = (db: Db, key: string): Promise<Count> =>
  db.selectFrom('stocktakeCount').selectAll().where('key', '=', key).executeTakeFirstOrThrow() as Promise<Count>

/** What there is to say of a count: what it is, what came of it, and who counted it elsewhere or before. Blind says less. */
async function told(db: Db, { id, mode }: Stocktake, count: Count) {
  if (!count.asset) return { name: null, result: mode === 'blind' ? null : ('surplus' as const), others: [] }
  const name =
    (await db.selectFrom('asset').select('name').where('id', '=', count.asset).executeTakeFirst())?.name ?? null
  if (mode === 'blind') return { name, result: null, others: [] }
  const line = await db
    .selectFrom('stocktakeLine')
    .select(['location', 'custodian'])
    .where('stocktake', '=', id)
    .where('asset', '=', count.asset)
    .executeTakeFirst()
  const all = (await db
    .selectFrom('stocktakeCount')
    .select(['id', 'place', 'holder', 'counter', 'countedAt'])
    .where('stocktake', '=', id)
    .where('asset', '=', count.asset)
    .execute()) as Count[]
  const within = await placesWithin(
    db,
    [line, ...all].flatMap((one) => (one ? (('place' in one ? one.place : one.location) ?? []) : [])),
  )
  const { result, voices } = outcomeOf(line ?? null, all, within)
  const others = voices.filter((one) => one.counter !== count.counter || one.place !== count.place)
  return { name, result: result === 'missing' ? null : result, others: await named(db, others) }
}

async function named(db: Db, counts: readonly Pick<Count, 'counter' | 'place' | 'countedAt'>[]) {
  if (counts.length === 0) return []
  const ids = (one: 'counter' | 'place') => counts.flatMap((count) => count[one] ?? [])
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from person where id = any(${ids('counter')}::uuid[])
    union all select id, name from location where id = any(${ids('place')}::uuid[])`.execute(db)
  const name = (id: string) => rows.find((row) => row.id === id)?.name ?? '—'
  return counts.map(({ counter, place, countedAt }) => ({
    countedAt,
    counter: name(counter),
    place: place === null ? null : name(place),
  }))
}
