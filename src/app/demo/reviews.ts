import { logReview } from '../../areas/operations/log-review/log-review.record.ts'
import { mondayOf } from '../../areas/operations/log-review/period.rules.ts'
import { reviewLog } from '../../areas/operations/log-review/server/draw-up.ts'
import { seal } from '../../platform/write/seal.ts'
import { type Act, shanghai } from './history/agenda.ts'
import type { Stage } from './stage.ts'

/** What the manager wrote, week after week. */
const conclusions = [
  '行情网关的告警集中在开盘前后,已要求厂商给出断线重连的处理意见,下周跟进。',
  '备份时段的磁盘告警与上周持平,属已知容量问题,扩容采购已在办理。其余无反复出现的情况。',
  '本周告警较上周减少。线路抖动均在凌晨,已与运营商确认为割接所致。',
]

/** Every week's log is reviewed on its next morning and signed by noon; the one of last week waits for whoever meets the firm. */
export function reviewActs(stage: Stage, days: readonly string[], now: number): Act[] {
  const present = stage.engine.tradingDay(new Date(now).toISOString()) ?? new Date(now).toISOString().slice(0, 10)
  return days
    .filter((day, n) => n > 0 && mondayOf(day) !== mondayOf(days[n - 1] as string))
    .flatMap((day, n): Act[] => [
      { at: shanghai(day, '08:36:00'), do: () => drawUpReviews(stage) },
      ...(mondayOf(day) < mondayOf(present)
        ? [{ at: shanghai(day, '11:24:00'), do: () => sign(stage, conclusions[n % conclusions.length] as string) }]
        : []),
    ])
}

/** What stands in the log is sealed first, as it is every minute. */
export async function drawUpReviews({ engine }: Stage): Promise<void> {
  while ((await seal(engine)) > 0);
  await reviewLog(engine, undefined as never)
}

async function sign(stage: Stage, conclusion: string): Promise<void> {
  const due = await stage.engine.db.selectFrom('logReview').select('id').where('state', '=', 'due').execute()
  for (const { id } of due)
    await stage.as('manager', (tx) => tx.act(logReview, id, 'sign', { conclusions: conclusion }))
}
