import { sql } from 'kysely'
import type { Engine } from '../../../../platform/engine.ts'
import { explainedBy, type Standing, toAsk } from '../blame.rules.ts'
import type { Reading, Verdict } from '../probe.rules.ts'
import { askProbe, type ProbeRow } from './ask.ts'
import { outcomeOf } from './results.ts'

/** Upstream probes asked for one failure, at most. */
const mostAsked = 20

/**
 * The failed probe upstream that explains why this one is down; null where all upstream is well. Where nothing upstream
 * is known to be down, those whose last good reading is older than this failure are checked now, since a switch and
 * what hangs on it fail at the same moment but are noticed in any order. Not to be called inside a transaction.
 */
export async function findBlame(engine: Engine, row: ProbeRow, reading: Reading): Promise<Standing | null> {
  const upstream = await standingsUpstream(engine, row.component)
  const known = explainedBy(upstream)
  if (known) return known
  const asked = toAsk(upstream, reading.startedAt).slice(0, mostAsked)
  const answers = await Promise.all(
    asked.map(async (one): Promise<Standing> => {
      const { outcome, startedAt } = await askProbe(engine, one.probe)
      return { ...one, lastOutcome: outcome, lastStartedAt: startedAt }
    }),
  )
  return explainedBy(answers)
}

interface Row {
  probe: string
  component: string
  distance: number
  verdict: Verdict | null
  lastOutcome: number | null
  lastStartedAt: string | null
}

async function standingsUpstream(engine: Engine, component: string): Promise<Standing[]> {
  const { rows } = await sql<Row>`
    with recursive up (id, distance) as (
      select unnest(depends_on), 1 from component where id = ${component}
      union
      select unnest(c.depends_on), up.distance + 1 from up join component c on c.id = up.id where up.distance < 32
    )
    select p.id as probe, p.component, max(up.distance) as distance, s.verdict, s.last_outcome, s.last_started_at
    from up join component c on c.id = up.id and c.wanted = 'running'
    join probe p on p.component = up.id and p.state = 'active' left join probe_state s on s.probe = p.id
    group by p.id, p.component, s.verdict, s.last_outcome, s.last_started_at`.execute(engine.db)
  return rows.map((row) => ({
    ...row,
    verdict: row.verdict ?? 'unknown',
    lastOutcome: outcomeOf(row.lastOutcome),
    lastStartedAt: row.lastStartedAt === null ? null : Date.parse(row.lastStartedAt),
  }))
}
