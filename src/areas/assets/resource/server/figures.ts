import '../../server/tables.ts'
import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Settings } from '../../../../platform/settings/settings.ts'
import { type Judged, judge, type Limits, type Reason, type Verdict } from '../resource.rules.ts'
import * as limits from '../resource.settings.ts'
import { type Gathered, gather, timesOf } from './gather.ts'

/** What is known of an asset, as it was last counted; the list is read from here. */
export interface ResourceFigureTable {
  asset: string
  at: string
  verdict: Verdict
  score: number
  reasons: readonly Reason[]
  figures: Omit<Gathered, 'id'>
  costYear: number
  /** -1: not known. */
  ageMonths: number
  failures: number
}

export const limitsOf = (settings: Settings): Limits => ({
  manyRepairs: settings.get(limits.manyRepairs),
  manyFailures: settings.get(limits.manyFailures),
  dearPercent: settings.get(limits.dearPercent),
  busyPercent: settings.get(limits.busyPercent),
  slowPercent: settings.get(limits.slowPercent),
  idlePercent: settings.get(limits.idlePercent),
  idleDays: settings.get(limits.idleDays),
  slowHours: settings.get(limits.slowHours),
  aheadDays: settings.get(limits.aheadDays),
})

const handful = 2_000

/** At twenty past midnight in Shanghai. */
export const countResourcesCrontab = '20 16 * * * count-resources'

/** Counts every asset's figures anew, a handful at a time, and forgets those of what is gone. */
export const countResources: Task = async (engine) => {
  const at = engine.clock.now()
  const times = await timesOf(engine)
  const set = limitsOf(engine.settings)
  for (let after: string | null = null; ; ) {
    const rows: Gathered[] = await gather(engine.db, times, { after, limit: handful })
    if (rows.length > 0)
      await keep(
        engine,
        at,
        rows.map((row) => ({ row, judged: judge(row, set, times.today) })),
      )
    if (rows.length < handful) break
    after = rows.at(-1)?.id ?? null
  }
  await engine.db.deleteFrom('resourceFigure').where('at', '<', at).execute()
}

interface Counted {
  readonly row: Gathered
  readonly judged: Judged
}

async function keep({ db }: Engine, at: string, counted: readonly Counted[]): Promise<void> {
  const rows = counted.map(({ row: { id, ...figures }, judged }) => ({
    ...judged,
    asset: id,
    figures,
    cost_year: figures.costYear,
    age_months: figures.ageMonths ?? -1,
    failures: figures.failures,
  }))
  await sql`insert into resource_figure (asset, at, verdict, score, reasons, figures, cost_year, age_months, failures)
    select asset, ${at}, verdict, score, reasons, figures, cost_year, age_months, failures
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (asset uuid, verdict text, score int, reasons jsonb,
      figures jsonb, cost_year float8, age_months int, failures int)
    on conflict (asset) do update set at = excluded.at, verdict = excluded.verdict, score = excluded.score,
      reasons = excluded.reasons, figures = excluded.figures, cost_year = excluded.cost_year,
      age_months = excluded.age_months, failures = excluded.failures`.execute(db.withoutPlugins())
}
