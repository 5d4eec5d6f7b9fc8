import { Link } from '@tanstack/react-router'
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { useCallback } from 'react'
import type { Words } from '../../../record/words.ts'
import { useCall } from '../../../web/client/hooks.ts'
import { useSay } from '../../../web/shell/lang.tsx'
import { Chart, type ChartColours } from '../../../web/widgets/Chart.tsx'
import { StateTag } from '../../../web/widgets/StateTag.tsx'
import { ruleAreas } from '../areas.rules.ts'
import { areaWords } from '../areas.words.ts'
import { type ControlState, controlStates, type ShownState, shownStates } from '../control/state.rules.ts'
import { type ControlShown, shortInstant, tones, watched } from './rulebook.ts'
import { stateWords, rulebookWords as words } from './words.ts'

use([BarChart, GridComponent, LegendComponent, TooltipComponent])

interface History {
  readonly days: readonly ({ readonly date: string } & Readonly<Record<ControlState, number>>)[]
  readonly turned: readonly {
    readonly id: string
    readonly title: Words
    readonly from: ControlState | null
    readonly to: ControlState
    readonly at: string
  }[]
}

const colourOf = (state: ShownState, colours: ChartColours): string =>
  ({
    broken: colours.down,
    'no-evidence': colours.grey,
    anew: colours.line,
    excepted: colours.slow,
    kept: colours.kept,
  })[state]

/** Controls by area and over time, in counts; and what has turned since yesterday. */
export function Pictures({ controls }: { controls: readonly ControlShown[] }) {
  const say = useSay()
  const { data } = useCall<History>('/rulebook/history', { days: '30' }, watched)
  const areas = ruleAreas.filter((area) => controls.some((one) => one.area === area))
  const byArea = useCallback(
    (colours: ChartColours) => ({
      ...frame(colours),
      yAxis: {
        type: 'category',
        inverse: true,
        data: areas.map((area) => say(areaWords[area])),
        axisLabel: { color: colours.text, interval: 0 },
      },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { color: colours.quiet } },
      series: shownStates
        .filter((state) => state !== 'anew' || controls.some((one) => one.state === state))
        .map((state) => ({
          ...bar(state, colours, say(stateWords[state])),
          data: areas.map((area) => controls.filter((one) => one.area === area && one.state === state).length),
        })),
    }),
    [controls, areas.join(), say],
  )
  const overTime = useCallback(
    (colours: ChartColours) => ({
      ...frame(colours),
      xAxis: {
        type: 'category',
        data: data?.days.map(({ date }) => date.slice(5)),
        axisLabel: { color: colours.quiet },
      },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: colours.quiet } },
      series: controlStates.map((state) => ({
        ...bar(state, colours, say(stateWords[state])),
        data: data?.days.map((day) => day[state]),
      })),
    }),
    [data, say],
  )
  return (
    <div className="rul-pictures">
      <section>
        <h2>{say(words.byArea)}</h2>
        <Chart option={byArea} label={say(words.byArea)} height={200} />
      </section>
      <section>
        <h2>{say(words.overTime)}</h2>
        <Chart option={overTime} label={say(words.overTime)} height={200} />
      </section>
      <section className="rul-turned">
        <h2>{say(words.turned)}</h2>
        {data?.turned.length === 0 && <p className="ts-quiet">{say(words.nothingTurned)}</p>}
        <ul className="ts-plain">
          {data?.turned.slice(0, 8).map(({ id, title, to, at }) => (
            <li key={`${id} ${at}`} className="rul-turn">
              <span className="ts-figures ts-quiet">{shortInstant(at)}</span>
              <StateTag tone={tones[to]} word={say(stateWords[to])} />
              <Link to={`/controls/${id}`}>
                <span className="ts-figures">{id}</span> {say(title)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

// Drawn at once: it is drawn anew whenever a verdict moves.
const frame = ({ text }: ChartColours) => ({
  animation: false,
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
  legend: { bottom: 0, textStyle: { color: text }, itemHeight: 10, itemWidth: 10 },
  grid: { left: 8, right: 16, top: 8, bottom: 28, containLabel: true },
})

const bar = (state: ShownState, colours: ChartColours, name: string) => ({
  type: 'bar',
  stack: 'all',
  name,
  itemStyle: { color: colourOf(state, colours) },
})
