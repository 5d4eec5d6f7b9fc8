import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import type { Engines, EngineTime } from '../../../../platform/snmp/receive.ts'

/** How far an engine of SNMP v3 had come when it was heard last; ours, whenever it began. */
export interface SnmpEngineTable {
  /** In hex. */
  engine: string
  own: boolean
  boots: number
  time: number
  at: string
}

/** RFC 3411's form of an id that a house gives itself, of no enterprise's number. */
const newId = (): string => `8000000005${randomBytes(8).toString('hex')}`

/**
 * Our engine begins once more: each time that a port is opened counts, so that what was said to it before is past. Others' clocks are known
 * from then on, and kept, so that what they said is no news again after a restart, or to another copy.
 */
export async function beginEngine({ db, clock }: Engine) {
  const { rows } = await sql<{ engine: string; boots: number }>`
    insert into snmp_engine (engine, own, boots, time, at) values (${newId()}, true, 1, 0, ${clock.now()})
    on conflict (own) where own do update set boots = snmp_engine.boots + 1, at = excluded.at
    returning engine, boots`.execute(db)
  const own = rows[0] as { engine: string; boots: number }
  const begun = Date.parse(clock.now())
  const others = new Map(
    (await db.selectFrom('snmpEngine').selectAll().where('own', '=', false).execute()).map((row) => [row.engine, row]),
  )
  const changed = new Set<string>()
  const counts = new Map<number, number>()
  return {
    /** What is known of engines at an instant. */
    at: (ms: number): Engines => ({
      id: Buffer.from(own.engine, 'hex'),
      own: { boots: own.boots, time: Math.max(0, Math.floor((ms - begun) / 1_000)) },
      timeOf(engine) {
        const known = others.get(engine)
        return known && { boots: known.boots, time: known.time + Math.floor((ms - Date.parse(known.at)) / 1_000) }
      },
      heard(engine, said) {
        if (!isLater(said, others.get(engine))) return
        others.set(engine, { engine, own: false, ...said, at: new Date(ms).toISOString() })
        changed.add(engine)
      },
      count(report) {
        counts.set(report, (counts.get(report) ?? 0) + 1)
        return counts.get(report) ?? 0
      },
    }),
    async keep(): Promise<void> {
      const rows = [...changed].flatMap((engine) => others.get(engine) ?? [])
      if (rows.length === 0) return
      await db
        .insertInto('snmpEngine')
        .values(rows)
        .onConflict((conflict) =>
          conflict.column('engine').doUpdateSet(({ ref }) => ({
            boots: ref('excluded.boots'),
            time: ref('excluded.time'),
            at: ref('excluded.at'),
          })),
        )
        .execute()
      changed.clear()
    },
  }
}

const isLater = (said: EngineTime, known: EngineTime | undefined): boolean =>
  known === undefined || said.boots > known.boots || (said.boots === known.boots && said.time > known.time)
