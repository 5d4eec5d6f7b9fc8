import { Segmented } from 'antd'
import type { Refs } from '../../../../web/client/types.ts'
import { type Shown, textOf } from '../../../../web/format/value.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import type { TrendPart, Trends } from '../../trend/shape.rules.ts'
import { FigureLink } from './FigureLink.tsx'
import { gradeText, shareText, tookWords } from './figure.ts'
import type { Lens } from './lens.ts'
import { trendWords as words } from './words.ts'

interface PartsProps {
  readonly trends: Trends & { readonly refs: Refs }
  readonly lens: Lens
  /** The field it is parted by. */
  readonly of: Shown
  readonly offered: readonly Shown[]
  readonly onOf: (name: string) => void
}

const most = 50

/** The same figures for each service, team, person, component or priority beside each other. */
export function Parts({ trends, lens, of, offered, onOf }: PartsProps) {
  const say = useSay()
  const lang = useLang()
  const nameOf = (value: string | null) => (value === null ? say(words.none) : textOf(of, value, lang, trends.refs))
  return (
    <section>
      <header className="sv-trend-head">
        <h2>{say(words.parts)}</h2>
        <Segmented
          size="small"
          value={of.name}
          aria-label={say(words.of)}
          onChange={onOf}
          options={offered.map(({ name, label }) => ({ value: name, label: say(label) }))}
        />
      </header>
      {/* Reached by keyboard, since on a phone it has to be moved sideways. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as said */}
      <div className="sv-scroll" tabIndex={0}>
        <table className="sv-table">
          <thead>
            <tr>
              <th scope="col">{say(of.label)}</th>
              {columns.map(({ label }) => (
                <th key={label[1]} scope="col">
                  {say(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trends.parts.slice(0, most).map((part) => (
              <tr key={part.value ?? ''}>
                <th scope="row">{nameOf(part.value)}</th>
                {columns.map(({ label, show }) => (
                  <td key={label[1]}>{show({ part, lens, name: of.name, trends, say })}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface Cell {
  readonly part: TrendPart
  readonly lens: Lens
  readonly name: string
  readonly trends: Trends
  readonly say: ReturnType<typeof useSay>
}

const link =
  (
    figure: 'in' | 'out' | 'open' | 'reopened' | 'responseJudged' | 'resolutionJudged' | 'rated',
    show?: (part: TrendPart, say: Cell['say']) => string,
  ) =>
  ({ part, lens, name, trends: { bars }, say }: Cell) => (
    <FigureLink
      lens={lens}
      figure={figure}
      period={
        figure === 'open' ? { from: null, to: null } : { from: bars[0]?.from ?? null, to: bars.at(-1)?.to ?? null }
      }
      count={part[figure]}
      more={{ [name]: part.value ?? '' }}
    >
      {show?.(part, say)}
    </FigureLink>
  )

const columns = [
  { label: words.in, show: link('in') },
  { label: words.out, show: link('out') },
  { label: words.open, show: link('open') },
  { label: words.response, show: link('responseJudged', (one) => shareText(one.responseKept, one.responseJudged)) },
  {
    label: words.resolution,
    show: link('resolutionJudged', (one) => shareText(one.resolutionKept, one.resolutionJudged)),
  },
  { label: words.reopened, show: link('reopened') },
  { label: words.grade, show: link('rated', (one) => gradeText(one.grade)) },
  { label: words.responseTook, show: link('responseJudged', (one, say) => say(tookWords(one.responseTook))) },
  { label: words.resolutionTook, show: link('resolutionJudged', (one, say) => say(tookWords(one.resolutionTook))) },
] as const
