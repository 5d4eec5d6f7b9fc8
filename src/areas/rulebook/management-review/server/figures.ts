import { sql } from 'kysely'
import type { Tx } from '../../../../platform/tx.ts'
import { dayAway } from '../../../../record/time.ts'
import { ruleAreas } from '../../areas.rules.ts'
import { controls } from '../../control/catalogue.ts'
import { type ControlState, controlStates } from '../../control/state.rules.ts'
import { soonest } from '../../control/time.rules.ts'
import { dawnIn } from '../../dawn.rules.ts'
import { type ClauseOf, meeting } from '../../obligation/coverage.rules.ts'
import type { Figures } from '../management-review.rules.ts'
import '../../server/tables.ts'

interface Period {
  readonly startsOn: string
  readonly endsOn: string
}

/** What a period came to, from the records: nothing of it is typed. */
export async function compileFigures(tx: Pick<Tx, 'db' | 'today' | 'zone' | 'now'>, period: Period): Promise<Figures> {
  const dawn = dawnIn(tx.zone)
  const [from, end] = [dawn(period.startsOn), dawn(dayAway(period.endsOn, 1))]
  const to = soonest(end, tx.now) ?? end
  const one = async <R extends object>(query: ReturnType<typeof sql<R>>): Promise<R> => {
    const [row] = (await query.execute(tx.db)).rows
    return row as R
  }
  const within = (column: string) => sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`
  return {
    areas: await areasOf(tx, from, to),
    findings: await one(sql<Figures['findings']>`select count(*) filter (where state <> 'closed')::int as open,
      count(*) filter (where case state when 'open' then answer_by when 'corrective-action' then due end < ${tx.today})::int as overdue,
      count(*) filter (where ${within('created_at')})::int as raised, count(*) filter (where ${within('closed_at')})::int as closed,
      count(*) filter (where reopened > 0)::int as reopened,
      count(*) filter (where state <> 'closed' and grade = 'major')::int as major from finding`),
    actions: await one(sql<Figures['actions']>`select count(*) filter (where state <> 'verified')::int as open,
      count(*) filter (where state = 'open' and due < ${tx.today})::int as overdue,
      count(*) filter (where state = 'verified')::int as verified from action`),
    incidents: await one(sql<
      Figures['incidents']
    >`select count(*) filter (where ${within('created_at')})::int as raised,
      count(*) filter (where affects_trading and ${within('created_at')})::int as trading,
      (select count(*)::int from major_incident where ${within('started_at')}) as major,
      count(*) filter (where state <> 'closed')::int as open from incident where duplicate_of is null`),
    changes: await one(sql<
      Figures['changes']
    >`select count(*)::int as ended, count(*) filter (where state = 'closed')::int as succeeded,
      count(*) filter (where state = 'rolled-back')::int as "rolledBack" from change
      where state in ('closed', 'rolled-back') and ${within('updated_at')}`),
    obligations: await obligationsOf(tx),
    audits: await one(sql<Figures['audits']>`select count(*) filter (where ${within('reported_at')})::int as reported,
      count(*) filter (where state in ('in-preparation', 'fieldwork', 'reporting'))::int as running from audit`),
    exceptions: (
      await one(sql<{ n: number }>`select count(*)::int as n from control_exception where state = 'granted'
        and starts_at <= ${tx.now} and ends_at > ${tx.now}`)
    ).n,
  }
}

const none = () => Object.fromEntries(controlStates.map((one) => [one, 0])) as Record<ControlState, number>

/** Controls of each area by how they stood at the two instants; what nobody had judged yet has no evidence. */
async function areasOf({ db }: Pick<Tx, 'db'>, from: string, to: string): Promise<Figures['areas']> {
  const { rows } = await sql<{ control: string; before: ControlState | null; after: ControlState | null }>`
    select control, max(state) filter (where from_at <= ${from} and (to_at is null or to_at > ${from})) as before,
      max(state) filter (where from_at <= ${to} and (to_at is null or to_at > ${to})) as after
    from control_state_span where to_at is null or to_at > ${from} group by control`.execute(db)
  const known = new Map(rows.map((row) => [row.control, row]))
  return ruleAreas.flatMap((area) => {
    const own = controls.filter((control) => control.area === area)
    const counted = { before: none(), after: none() }
    for (const { id } of own)
      for (const at of ['before', 'after'] as const) counted[at][known.get(id)?.[at] ?? 'no-evidence']++
    return own.length === 0 ? [] : [{ area, ...counted }]
  })
}

/** Points of the laws and standards that the firm keeps to, and those that a clause of ours meets. */
async function obligationsOf({ db }: Pick<Tx, 'db'>): Promise<Figures['obligations']> {
  const points = await db
    .selectFrom('obligation')
    .innerJoin('pack', 'pack.id', 'obligation.pack')
    .select(['obligation.controls', 'obligation.clauses', 'obligation.assessedAt'])
    .where('obligation.state', '=', 'in-force')
    .where('pack.state', '=', 'on')
    .orderBy('obligation.id')
    .limit(10_000)
    .execute()
  const policies = await db.selectFrom('policy').select(['code', 'clauses']).where('state', '=', 'effective').execute()
  const clauses: ClauseOf[] = policies.flatMap(({ code, clauses: own }) =>
    own.map(({ key, controls: by }) => ({ policy: code, clause: key, controls: by })),
  )
  const meetingOf = meeting(clauses)
  return {
    inForce: points.length,
    covered: points.filter((point) => meetingOf(point).length > 0).length,
    assessed: points.filter(({ assessedAt }) => assessedAt !== null).length,
  }
}
