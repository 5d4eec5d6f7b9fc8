import { useSay } from '../../../../web/shell/lang.tsx'
import type { TrendBar, Trends } from '../../trend/shape.rules.ts'
import type { Figure } from '../../trend/trend.rules.ts'
import { FigureLink } from './FigureLink.tsx'
import { gradeText, shareText } from './figure.ts'
import type { Lens } from './lens.ts'
import { trendWords as words } from './words.ts'

/** Every figure of every period, the newest first, each leading to its list: what the charts draw, for fingers and keys. */
export function Bars({ trends, lens }: { trends: Trends; lens: Lens }) {
  const say = useSay()
  return (
    <section>
      <h2>{say(words.bars)}</h2>
      {/* Reached by keyboard, since on a phone it has to be moved sideways. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as said */}
      <div className="sv-scroll sv-bars" tabIndex={0}>
        <table className="sv-table">
          <thead>
            <tr>
              <th scope="col">{say(words.span)}</th>
              {columns.map(({ label }) => (
                <th key={label[1]} scope="col">
                  {say(label)}
                </th>
              ))}
              <th scope="col">{say(words.grade)}</th>
            </tr>
          </thead>
          <tbody>
            {trends.bars.toReversed().map((bar) => (
              <tr key={bar.name}>
                <th scope="row" className="ts-figures">
                  {bar.name}
                </th>
                {columns.map(({ label, figure, count, share }) => (
                  <td key={label[1]}>
                    <FigureLink lens={lens} figure={figure} period={bar} count={count(bar)}>
                      {share?.(bar)}
                    </FigureLink>
                  </td>
                ))}
                <td>
                  <FigureLink lens={lens} figure="rated" period={bar} count={bar.rated}>
                    {gradeText(bar.grade)}
                  </FigureLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface Column {
  readonly label: readonly [string, string]
  readonly figure: Figure
  readonly count: (bar: TrendBar) => number
  readonly share?: (bar: TrendBar) => string
}

const columns: readonly Column[] = [
  { label: words.in, figure: 'in', count: (bar) => bar.in },
  { label: words.out, figure: 'out', count: (bar) => bar.out },
  { label: words.backlog, figure: 'backlog', count: (bar) => bar.backlog },
  {
    label: words.response,
    figure: 'responseJudged',
    count: (bar) => bar.responseJudged,
    share: (bar) => shareText(bar.responseKept, bar.responseJudged),
  },
  {
    label: words.resolution,
    figure: 'resolutionJudged',
    count: (bar) => bar.resolutionJudged,
    share: (bar) => shareText(bar.resolutionKept, bar.resolutionJudged),
  },
  { label: words.reopened, figure: 'reopened', count: (bar) => bar.reopened },
]
