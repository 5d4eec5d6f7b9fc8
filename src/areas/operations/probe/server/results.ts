import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { KnownReading, Outcome, Verdict } from '../probe.rules.ts'
import type { ProbeReading } from './scheduler.ts'

/** Outcomes as they are stored: the greater, the worse; the last says nothing. */
const outcomes: readonly Outcome[] = ['up', 'slow', 'down', 'unknown']
export const codeOf = (outcome: Outcome): number => outcomes.indexOf(outcome)
export const outcomeOf = (code: number | null): Outcome | null => (code === null ? null : (outcomes[code] ?? null))

/**
 * Stores readings and where their probes now stand, in one statement; answers those that were new. A reading that
 * another copy has stored for the same planned instant is not counted again.
 */
export async function keepReadings(db: Kysely<Tables>, readings: readonly ProbeReading[]): Promise<ProbeReading[]> {
  const kept: ProbeReading[] = []
  for (const pass of passes(readings)) kept.push(...(await keepPass(db, pass)))
  return kept
}

/** At most one reading of a probe at a time, in order: a run of failures begins with the first of them. */
function passes(readings: readonly ProbeReading[]): ProbeReading[][] {
  const split: ProbeReading[][] = []
  const seen = new Map<string, number>()
  for (const one of readings) {
    const pass = seen.get(one.probeId) ?? 0
    seen.set(one.probeId, pass + 1)
    const list = split[pass]
    if (list) list.push(one)
    else split.push([one])
  }
  return split
}

async function keepPass(db: Kysely<Tables>, pass: readonly ProbeReading[]): Promise<ProbeReading[]> {
  try {
    return await insert(db, pass)
  } catch (error) {
    if ((error as { code?: string }).code !== noPartition) throw error
    const days = pass.map(({ reading }) => reading.at.slice(0, 10)).sort()
    await ensureDays(db, days[0] as string, days.at(-1) as string)
    return insert(db, pass)
  }
}

/** PostgreSQL's check_violation, which it also says when no partition takes a row. */
const noPartition = '23514'

export const ensureDays = (db: Kysely<Tables>, first: string, last: string) =>
  sql`select ensure_probe_result_days(${first}::date, ${last}::date)`.execute(db)

async function insert(db: Kysely<Tables>, pass: readonly ProbeReading[]): Promise<ProbeReading[]> {
  const column = <T>(pick: (one: ProbeReading) => T): T[] => pass.map(pick)
  const { rows } = await sql<{ n: number }>`
    with given as (
      select * from unnest(
        ${column((one) => one.probeId)}::uuid[], ${column((one) => one.reading.at)}::timestamptz[],
        ${column((one) => new Date(one.reading.startedAt).toISOString())}::timestamptz[],
        ${column((one) => one.reading.ms)}::real[], ${column((one) => codeOf(one.reading.outcome))}::smallint[],
        ${column((one) => one.reading.value)}::float8[], ${column((one) => one.reading.note)}::text[],
        ${column((one) => (one.reading.carry === undefined ? null : JSON.stringify(one.reading.carry)))}::jsonb[]
      ) with ordinality as g (probe, at, started_at, ms, outcome, value, note, carry, n)
    ), kept as (
      insert into probe_result (probe, at, started_at, ms, outcome, value, note)
      select probe, at, started_at, ms, outcome, value, note from given
      on conflict do nothing returning *
    ), stand as (
      insert into probe_state as s
        (probe, last_at, last_started_at, last_ms, last_outcome, last_value, last_note, streak_since, carry)
      select k.probe, k.at, k.started_at, k.ms, k.outcome, k.value, k.note, k.started_at, g.carry
      from kept k join given g using (probe, at) order by probe
      on conflict (probe) do update set
        last_at = excluded.last_at, last_started_at = excluded.last_started_at, last_ms = excluded.last_ms,
        last_outcome = excluded.last_outcome, last_value = excluded.last_value, last_note = excluded.last_note,
        carry = coalesce(excluded.carry, s.carry),
        streak_since = case when (s.last_outcome = 2) = (excluded.last_outcome = 2)
          then s.streak_since else excluded.streak_since end
      where s.last_started_at is null or s.last_started_at < excluded.last_started_at
    )
    select g.n::int from given g join kept k using (probe, at) order by g.n`.execute(db)
  return rows.flatMap(({ n }) => pass[n - 1] ?? [])
}

/** Where probes were left: the verdict held, what explains it, and the latest outcomes, oldest first. */
export interface Left {
  readonly probe: string
  readonly verdict: Verdict
  readonly behind: string | null
  /** A verdict of it was decided upon since it is watched: what comes next is news. */
  readonly decided: boolean
  readonly recent: readonly Outcome[]
}

/** `memory` outcomes of each, none older than three days before `now`. */
export async function whereLeft(
  db: Kysely<Tables>,
  probes: readonly string[],
  memory: number,
  now: string,
): Promise<Left[]> {
  const { rows } = await sql<{
    probe: string
    verdict: Verdict
    behind: string | null
    decided: boolean
    recent: number[]
  }>`
    select p.id as probe, coalesce(s.verdict, 'unknown') as verdict, s.behind,
      cardinality(coalesce(s.changes, '{}')) > 0 as decided,
      array(select r.outcome from probe_result r
        where r.probe = p.id and r.at > ${now}::timestamptz - interval '3 days' order by r.at desc limit ${memory}) as recent
    from unnest(${probes}::uuid[]) as p (id) left join probe_state s on s.probe = p.id`.execute(db)
  return rows.map((row) => ({ ...row, recent: row.recent.reverse().map((code) => outcomes[code] as Outcome) }))
}

/** The latest reading of each of these probes, where that says something. */
export async function latestReadings(
  db: Kysely<Tables>,
  probes: readonly string[],
): Promise<Map<string, KnownReading>> {
  if (probes.length === 0) return new Map()
  const rows = await db
    .selectFrom('probeState')
    .select(['probe', 'lastAt', 'lastStartedAt', 'lastMs', 'lastOutcome', 'lastValue', 'lastNote'])
    .where('probe', 'in', [...probes])
    .where('lastOutcome', '<', codeOf('unknown'))
    .execute()
  return new Map(
    rows.map((row) => [
      row.probe,
      {
        at: row.lastAt as string,
        startedAt: Date.parse(row.lastStartedAt as string),
        ms: row.lastMs as number,
        outcome: outcomeOf(row.lastOutcome) as KnownReading['outcome'],
        value: row.lastValue,
        note: row.lastNote ?? '',
      },
    ]),
  )
}
