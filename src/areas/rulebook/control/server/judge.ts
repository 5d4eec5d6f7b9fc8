import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import { type Control, judged, type Moment, type Verdict } from '../control.rules.ts'
import { isLive } from '../state.rules.ts'
import { soonest } from '../time.rules.ts'
import { type Loaded, relatedTo, subjectsBy } from './load.ts'
import '../../server/tables.ts'

/** What judging needs: a database, and a moment. */
export interface Judging extends Moment {
  readonly db: Tx['db']
}

/** How a control stands, locked: whoever judges any of its subjects waits here for whoever does so now. */
export interface StateRow {
  readonly control: string
  readonly version: number
  readonly params: Record<string, number>
  readonly sweep: number
  readonly sweeping: boolean
  readonly sweptTo: string | null
  readonly swept: number
  readonly sweepOf: number | null
  readonly toldAt: string | null
  readonly fullAt: string | null
  readonly ok: number
  readonly bad: number
  readonly excepted: number
  readonly unknown: number
  readonly state: string
}

export async function lockState(
  { db }: Pick<Judging, 'db'>,
  control: string,
  otherwise: 'wait' | 'leave' = 'wait',
): Promise<StateRow | null> {
  const { rows } =
    await sql<StateRow>`select control, version, params, sweep, sweeping, swept_to, swept, sweep_of, told_at,
    full_at, ok, bad, excepted, unknown, state from control_state where control = ${control}
    for update ${sql.raw(otherwise === 'leave' ? 'skip locked' : '')}`.execute(db)
  return rows[0] ?? null
}

export type Standing = 'ok' | 'bad' | 'excepted' | 'unknown'

interface Item {
  readonly subject: string
  readonly standing: Standing
  readonly zh: string
  readonly en: string
  readonly proof: string
  readonly owner: string | null
  readonly until: string | null
}

/**
 * Judges these subjects afresh. What they are now, the counts of the control, and the spans of what was wrong move together,
 * in this transaction, under the lock of the control's row. Answers how the counts changed.
 */
export async function judgeSubjects(
  at: Judging,
  control: Control,
  state: StateRow,
  ids: readonly string[],
): Promise<Counts> {
  if (ids.length === 0) return noCounts
  return judgeLoaded(at, control, state, ids, await subjectsBy(at.db, control, ids))
}

export async function judgeLoaded(
  at: Judging,
  control: Control,
  state: StateRow,
  ids: readonly string[],
  subjects: readonly Loaded[],
): Promise<Counts> {
  const items = await itemsOf(at, control, state.params, subjects)
  const given = JSON.stringify(items)
  const { rows } = await sql<Moved>`
    with given as (
      select * from json_to_recordset(${given}::json) as one(subject uuid, standing text, zh text, en text, proof jsonb,
        owner uuid, until timestamptz)
    ), before as (
      select subject, standing from control_item where control = ${control.id} and subject = any(${ids}::uuid[])
    ), gone as (
      delete from control_item where control = ${control.id} and subject = any(${ids}::uuid[])
        and subject not in (select subject from given) returning subject
    ), put as (
      insert into control_item (control, subject, standing, zh, en, proof, owner, until, since, judged_at, sweep, version)
      select ${control.id}, subject, standing, zh, en, proof, owner, until, ${at.now}, ${at.now},
        ${state.sweep}, ${control.version} from given
      on conflict (control, subject) do update set zh = excluded.zh, en = excluded.en, proof = excluded.proof,
        owner = excluded.owner, until = excluded.until, judged_at = excluded.judged_at, sweep = excluded.sweep,
        version = excluded.version,
        since = case when control_item.standing = excluded.standing then control_item.since else excluded.since end,
        standing = excluded.standing
      returning subject
    )
    select coalesce(given.subject, before.subject) as subject, before.standing as was, given.standing as is,
      given.zh, given.en
    from before full join given on given.subject = before.subject
    where before.standing is distinct from given.standing`.execute(at.db)
  await keepSpans(at, control, state, rows)
  return rows.reduce((counts, { was, is }) => add(add(counts, was, -1), is, 1), noCounts)
}

export type Counts = Readonly<Record<Standing, number>>
export const noCounts: Counts = { ok: 0, bad: 0, excepted: 0, unknown: 0 }
const add = (counts: Counts, standing: Standing | null, by: number): Counts =>
  standing === null ? counts : { ...counts, [standing]: counts[standing] + by }
export const sum = (a: Counts, b: Counts): Counts => ({
  ok: a.ok + b.ok,
  bad: a.bad + b.bad,
  excepted: a.excepted + b.excepted,
  unknown: a.unknown + b.unknown,
})

interface Moved {
  readonly subject: string
  readonly was: Standing | null
  readonly is: Standing | null
  readonly zh: string | null
  readonly en: string | null
}

/** From when to when a subject was bad, excepted or unknown, and under which version: history is one indexed query. */
async function keepSpans(
  at: Judging,
  { id, version }: Control,
  { params }: StateRow,
  moved: readonly Moved[],
): Promise<void> {
  if (moved.length === 0) return
  const ended = moved.filter(({ was }) => was !== null && was !== 'ok').map(({ subject }) => subject)
  const begun = moved.filter(({ is }) => is !== null && is !== 'ok')
  if (ended.length > 0)
    await sql`update control_span set to_at = ${at.now}
      where control = ${id} and subject = any(${ended}::uuid[]) and to_at is null`.execute(at.db)
  if (begun.length > 0)
    await sql`insert into control_span (control, subject, standing, zh, en, from_at, version, params)
      select ${id}, subject, "is", zh, en, ${at.now}, ${version}, ${JSON.stringify(params)}::jsonb
      from json_to_recordset(${JSON.stringify(begun)}::json) as one(subject uuid, "is" text, zh text, en text)`.execute(
      at.db,
    )
}

/** What each subject's item would be, judged now: nothing is written. */
export async function itemsOf(
  at: Judging,
  control: Control,
  params: Record<string, number>,
  subjects: readonly Loaded[],
): Promise<Item[]> {
  const verdicts = await verdictsOf(at, control, params, subjects)
  const exceptions = await exceptionsTo(at, control.id)
  return subjects.flatMap((subject) => {
    const verdict = verdicts.get(subject.id)
    if (!verdict) return []
    const own = exceptions.filter(({ subjectIds }) => subjectIds.includes(subject.id))
    const isExcepted = verdict.is === 'bad' && own.some((one) => isLive(one, at.now))
    const turns = own.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((turn) => turn > at.now)
    return [
      {
        subject: subject.id,
        standing: isExcepted ? ('excepted' as const) : verdict.is,
        zh: verdict.text[0],
        en: verdict.text[1],
        proof: verdict.proof as unknown as string,
        owner: control.owner ? ((subject[control.owner] as string | null) ?? null) : null,
        until: soonest(verdict.until !== null && verdict.until > at.now ? verdict.until : null, ...turns),
      },
    ]
  })
}

/** How each subject in scope is judged by these measures: nothing is written. */
export async function verdictsOf(
  { db, now, today, dawn }: Judging,
  control: Control,
  params: Record<string, number>,
  subjects: readonly Loaded[],
): Promise<ReadonlyMap<string, Verdict>> {
  const related = await relatedTo(db, control, subjects)
  const about = { now, today, dawn, p: params }
  const found = new Map<string, Verdict>()
  for (const subject of subjects) {
    const verdict = judged(control, subject, related.get(subject.id) ?? {}, about)
    if (verdict) found.set(subject.id, verdict)
  }
  return found
}

const exceptionsTo = ({ db, now }: Judging, control: string) =>
  db
    .selectFrom('controlException')
    .select(['subjectIds', 'startsAt', 'endsAt'])
    .where('control', '=', control)
    .where('state', '=', 'granted')
    .where('endsAt', '>', now)
    .execute()
