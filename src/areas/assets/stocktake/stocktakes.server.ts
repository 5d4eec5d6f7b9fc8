import type { AreaPart } from '../../../platform/area.ts'
import { sendCounts } from '../stocktake-count/server/send.command.ts'
import { stocktakeCountBehaviour } from '../stocktake-count/server/stocktake-count.behaviour.ts'
import { stocktakeDifferenceBehaviour } from '../stocktake-difference/server/stocktake-difference.behaviour.ts'
import { stocktakeCalendar } from './server/calendar.query.ts'
import { stocktakeProgress } from './server/progress.beside.ts'
import { stocktakeBehaviour } from './server/stocktake.behaviour.ts'
import { take, takeLines, takeSeen } from './server/take.queries.ts'

/** Stocktakes, their counts and their differences, as the area's server takes them. */
export const stocktakesServer: AreaPart = {
  behaviours: [stocktakeBehaviour, stocktakeCountBehaviour, stocktakeDifferenceBehaviour],
  queries: [take, takeLines, takeSeen, stocktakeCalendar],
  besides: [stocktakeProgress],
  commands: [sendCounts],
}
