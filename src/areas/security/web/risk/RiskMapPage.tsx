import { Link } from '@tanstack/react-router'
import { Card, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { ratings } from '../../risk/risk.rules.ts'
import { vulnerabilityWords } from '../../vulnerability/vulnerability.words.ts'
import { titles } from '../titles.words.ts'
import { severityTones } from '../tones.ts'
import { HeatMap, Legend } from './HeatMap.tsx'
import { byMonth, inCell, type MatrixShown, openStates, type RiskMap } from './risk.ts'
import { riskScreenWords as words } from './words.ts'
import './risk.css'

const watched = ['risk', 'risk-matrix', 'risk-acceptance', 'vulnerability']

/** `/risk-map`: open risks before and after what is done about them, what is due, how it went through a year, and what is weak. */
export function RiskMapPage() {
  const say = useSay()
  const found = useCall<RiskMap>('/risk-map', {}, watched)
  useTitle(say(titles.riskMap))
  if (found.isError && !found.data) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 10 }} />
  const { matrix } = found.data
  return (
    <div className="rsk-page">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(titles.riskMap)}</h1>
        {matrix && (
          <span className="ts-quiet">
            {say(words.byMatrix)}{' '}
            <Link to={`/risk-matrices/${matrix.number}` as '/'} className="ts-ref">
              {matrix.number}
            </Link>{' '}
            {matrix.edition !== null && say(words.edition).replace('{n}', `${matrix.edition}`)}
          </span>
        )}
      </div>
      {matrix ? (
        <Maps map={found.data} matrix={matrix} />
      ) : (
        <p className="ts-quiet">
          {say(words.noMatrix)} <Link to={'/risk-matrices/new' as '/'}>{say(words.newMatrix)}</Link>
        </p>
      )}
      <Due map={found.data} />
      <div className="rsk-two">
        {matrix && <Trend map={found.data} matrix={matrix} />}
        <Weak map={found.data} />
      </div>
    </div>
  )
}

function Maps({ map, matrix }: { map: RiskMap; matrix: MatrixShown }) {
  const say = useSay()
  const countAt = (rating: (typeof ratings)[number], likelihood: number, impact: number) =>
    map.cells.find((one) => one.rating === rating && one.likelihood === likelihood && one.impact === impact)?.count ?? 0
  return (
    <Card size="small">
      <div className="rsk-maps">
        {ratings.map((rating) => (
          <HeatMap
            key={rating}
            matrix={matrix}
            caption={say(words[rating])}
            cell={({ likelihood, impact }) => countAt(rating, likelihood, impact) || ''}
            to={({ likelihood, impact }) =>
              countAt(rating, likelihood, impact) > 0 ? inCell(matrix.id, rating, likelihood, impact) : undefined
            }
          />
        ))}
      </div>
      <Legend matrix={matrix} />
    </Card>
  )
}

function Due({ map: { due, outdated, unrated, levels, matrix, today, soon } }: { map: RiskMap }) {
  const say = useSay()
  const monthAhead = `${soon}T23:59:59.999Z`
  const facts = [
    ...levels.map(({ level, count }) => ({
      label: matrix?.levels[level - 1]
        ? say(matrix.levels[level - 1]?.name ?? ['', ''])
        : `${say(words.level)} ${level}`,
      count,
      search: { state: openStates, currentLevel: `${level}` },
    })),
    { label: say(words.overdue), count: due.treatments, search: { state: 'treating', 'dueOn.to': today } },
    { label: say(words.reviews), count: due.reviews, search: { state: openStates, 'reviewOn.to': soon } },
    { label: say(words.ending), count: due.ending, search: { state: 'accepted', 'acceptedUntil.to': monthAhead } },
    { label: say(words.ofOlder), count: outdated, search: { state: openStates } },
    { label: say(words.unrated), count: unrated, search: { state: openStates, matrix: '' } },
  ].filter(({ count }) => count > 0)
  return (
    <ul className="ts-plain rsk-facts">
      {facts.map(({ label, count, search }) => (
        <li key={label}>
          <Link to={'/risks' as '/'} search={search as never}>
            <b className="ts-figures">{count}</b> {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Trend({ map, matrix }: { map: RiskMap; matrix: MatrixShown }) {
  const say = useSay()
  const months = byMonth(map.trend)
  const most = Math.max(1, ...months.map(({ total }) => total))
  return (
    <Card size="small" title={say(words.trend)}>
      <ol className="ts-plain rsk-trend">
        {months.map(({ month, total, levels }) => (
          <li key={month}>
            <span className="ts-figures ts-quiet">{month}</span>
            <span className="rsk-bar" style={{ width: `${(total / most) * 100}%` }}>
              {levels.map(({ level, count }) => (
                <span
                  key={level}
                  className={`is-${matrix.levels[level - 1]?.tone ?? 'kept'}`}
                  style={{ flexGrow: count }}
                  title={`${say(matrix.levels[level - 1]?.name ?? [`${level}`, `${level}`])}: ${count}`}
                >
                  {count}
                </span>
              ))}
            </span>
            <b className="ts-figures">{total}</b>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Weak({ map: { vulnerabilities } }: { map: RiskMap }) {
  const say = useSay()
  const now = new Date().toISOString()
  const open = 'open,in-progress,fixed'
  const list = (severity: string, more: Record<string, string> = {}) => ({ state: open, severity, ...more })
  return (
    <Card size="small" title={say(words.weak)}>
      <table className="rsk-weak">
        <thead>
          <tr>
            <th scope="col">{say(words.severity)}</th>
            <th scope="col">{say(words.open)}</th>
            <th scope="col">{say(words.late)}</th>
          </tr>
        </thead>
        <tbody>
          {vulnerabilities.map(({ severity, open: count, overdue }) => (
            <tr key={severity}>
              <th scope="row">
                <StateTag tone={severityTones[severity]} word={say(vulnerabilityWords.choices.severity[severity])} />
              </th>
              <td>
                <Link to={'/vulnerabilities' as '/'} search={list(severity) as never} className="ts-figures">
                  {count}
                </Link>
              </td>
              <td>
                {overdue > 0 ? (
                  <Link
                    to={'/vulnerabilities' as '/'}
                    search={list(severity, { 'fixBy.to': now }) as never}
                    className="ts-figures is-broken"
                  >
                    {overdue}
                  </Link>
                ) : (
                  <span className="ts-figures ts-quiet">0</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
