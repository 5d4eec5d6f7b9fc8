import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { raiseAlarm } from '../../alarm/server/raise.ts'
import { instantOf, type TradingCalendar } from '../../calendar/calendar.rules.ts'
import { effectiveCalendar } from '../../calendar/server/calendar.store.ts'
import { runStep } from '../../run-step/run-step.record.ts'
import { canBeReleased, stepsOfRun } from '../../run-step/server/order.ts'
import type { Work } from '../../runbook/include.rules.ts'
import type { Mark } from '../../runbook/step.rules.ts'
import { probeOf } from '../../runbook/step.rules.ts'
import type { run } from '../run.record.ts'

export type RunRow = RowOf<typeof run>

/** Key of the alarm of a run that began when some of its steps were late already. */
export const lateRunKey = (row: { readonly id: string }): string => `late-run:${row.id}`

/** Makes the steps of a run that begins now, and makes ready those that wait for nothing. */
export async function makeSteps(tx: Tx, row: RunRow, steps: readonly Work[]): Promise<void> {
  const system = tx.as('run')
  const ids = await idsOf(tx.db)
  const calendar = await effectiveCalendar(tx.db)
  let late = 0
  for (const [at, step] of steps.entries()) {
    const values = stepValues(row, step, at + 1, ids, calendar)
    const lateAlready = values.deadlineAt !== null && values.deadlineAt <= tx.now
    if (lateAlready) late++
    await system.create(runStep, { ...values, lateAt: lateAlready ? tx.now : null })
  }
  const made = await stepsOfRun(tx.db, row.id)
  for (const step of made) if (canBeReleased(step, made, tx.now)) await system.act(runStep, step.id, 'release')
  // One alarm, not one for each step: that the run begins late is one fact.
  if (late > 0)
    await raiseAlarm(tx, {
      key: lateRunKey(row),
      severity: 'warning',
      title: [
        `${row.title} 开始时已有 ${late} 个步骤逾期`,
        `${row.titleEn ?? row.title} began when ${late} of its steps were late already`,
      ],
      about: { record: 'run', id: row.id },
    })
}

/** A step of a run as it begins. */
export function stepValues(
  row: Pick<RunRow, 'id' | 'tradingDay'>,
  step: Work,
  position: number,
  ids: Ids,
  calendar: TradingCalendar | null,
) {
  const probe = probeOf(step)
  return {
    run: row.id,
    position,
    key: step.key,
    title: step.title[0],
    titleEn: step.title[1],
    plan: step,
    mode: step.mode,
    makerPost: ids.posts.get(step.makerPost) as string,
    checkerPost: step.checkerPost === null ? null : (ids.posts.get(step.checkerPost) as string),
    components: step.components.map((code) => ids.components.get(code) as string),
    probe: probe === undefined ? null : (ids.probes.get(probe) as string),
    needs: step.needs,
    earliestAt: placed(calendar, row.tradingDay, step.earliest),
    deadlineAt: placed(calendar, row.tradingDay, step.deadline),
  }
}

/** The instant of a mark on the run's trading day; null where that day has no such session. */
export function placed(calendar: TradingCalendar | null, day: string | null, mark: Mark | null | undefined) {
  if (!calendar || !day || !mark) return null
  const at = instantOf(calendar, day, mark)
  return at === 'unknown' ? null : at
}

type Ids = Awaited<ReturnType<typeof idsOf>>

/** Ids by what a runbook calls things: codes of posts and components, numbers of probes. */
export async function idsOf(db: Kysely<Tables>) {
  const posts = await db.selectFrom('post').select(['id', 'code']).execute()
  const components = await db.selectFrom('component').select(['id', 'code']).execute()
  const probes = await db.selectFrom('probe').select(['id', 'number']).execute()
  return {
    posts: new Map(posts.map(({ code, id }) => [code, id])),
    components: new Map(components.map(({ code, id }) => [code, id])),
    probes: new Map(probes.map(({ number, id }) => [number, id])),
  }
}
