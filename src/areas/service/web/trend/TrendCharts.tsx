import { useNavigate } from '@tanstack/react-router'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../../web/widgets/Chart.tsx'
import type { Trends } from '../../trend/shape.rules.ts'
import { agesOption, flowOption, gradeOption, promiseOption } from './chart-options.ts'
import { behind, type Leading, type Lens, type Period } from './lens.ts'
import { trendWords as words } from './words.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent])

const flowFigures: readonly Leading[] = ['in', 'out', 'backlog']
const promiseFigures: readonly Leading[] = ['responseJudged', 'resolutionJudged']

/** What the figures look like over time; a bar or a point leads to its list. */
export function TrendCharts({ trends, lens }: { trends: Trends; lens: Lens }) {
  const say = useSay()
  const navigate = useNavigate()
  const go = (figure: Leading | undefined, period: Period | undefined) => {
    if (!figure || !period) return
    const list = behind(lens, figure, period)
    if (list) void navigate({ to: list.to, search: list.search as never })
  }
  const flow = useCallback((colours: ChartColours) => flowOption(trends, say, colours), [trends, say])
  const promise = useCallback((colours: ChartColours) => promiseOption(trends, say, colours), [trends, say])
  const grades = useCallback((colours: ChartColours) => gradeOption(trends, say, colours), [trends, say])
  const ages = useCallback((colours: ChartColours) => agesOption(trends, say, colours), [trends, say])
  return (
    <div className="sv-charts">
      <section className="sv-wide">
        <h2>{say(words.flow)}</h2>
        <Chart
          option={flow}
          label={say(words.flow)}
          height={220}
          onPick={(series, index) => go(flowFigures[series], trends.bars[index])}
        />
      </section>
      <section>
        <h2>{say(words.promise)}</h2>
        <Chart
          option={promise}
          label={say(words.promise)}
          height={180}
          onPick={(series, index) => go(promiseFigures[series], trends.bars[index])}
        />
      </section>
      <section>
        <h2>{say(words.grade)}</h2>
        <Chart
          option={grades}
          label={say(words.grade)}
          height={180}
          onPick={(_series, index) => go('rated', trends.bars[index])}
        />
      </section>
      <section className="sv-wide">
        <h2>{say(words.age)}</h2>
        <Chart
          option={ages}
          label={say(words.age)}
          height={180}
          onPick={(_series, index) => go('open', trends.ages[index])}
        />
      </section>
    </div>
  )
}
