import { Link } from '@tanstack/react-router'
import { Empty, Skeleton } from 'antd'
import { showNumber } from '../../../../web/format/value.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { ForecastTag } from './ForecastLine.tsx'
import { type ProbeForecast, useForecasts } from './forecasts.ts'
import { Trace } from './Trace.tsx'
import { bandWords, unitWords, probeScreenWords as words } from './words.ts'
import '../parts.css'
import './probe.css'

/** `/forecasts`: what fills up, the soonest first. */
export function ForecastsPage() {
  const say = useSay()
  const { data, error, refetch } = useForecasts()
  useTitle(say(words.forecasts))
  return (
    <div>
      <div className="ts-list-head">
        <h1 className="ts-title">{say(words.forecasts)}</h1>
        <span className="ts-quiet">{say(words.first)}</span>
      </div>
      {error && !data && <LoadFailed error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />}
      {data?.items.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="ts-none" description={say(words.noForecasts)} />
      )}
      {data && data.items.length > 0 && (
        <HeadedTable
          box="ops-scroll ops-forecasts"
          table="ops-table"
          heads={[words.what, words.course, words.when, words.band, words.level, words.perDay, words.limit]}
        >
          <tbody>
            {data.items.map((one) => (
              <ForecastRow key={`${one.probe.id} ${one.table}`} of={one} />
            ))}
          </tbody>
        </HeadedTable>
      )}
    </div>
  )
}

function ForecastRow({ of: { probe, component, table, trace, unit, limit, forecast } }: { of: ProbeForecast }) {
  const say = useSay()
  const figure = (value: number) => `${showNumber(Math.round(value * 100) / 100)} ${say(unitWords(unit))}`
  const moves = forecast.is === 'in' || forecast.is === 'steady'
  return (
    <tr>
      <th scope="row">
        <Link to={`/components/${component.number}`} className="ts-ref">
          {component.name}
        </Link>{' '}
        <Link to={`/probes/${probe.number}`} className="ts-ref">
          {probe.name}
        </Link>{' '}
        {table && <span className="ops-table-name">{table}</span>}
      </th>
      <td>
        <Trace values={trace} limit={limit} label={`${component.name} ${table ?? probe.name}`} />
      </td>
      <td>
        <ForecastTag forecast={forecast} />
      </td>
      <td>{forecast.is === 'in' ? say(bandWords(forecast.soonest, forecast.latest)) : ''}</td>
      <td>{forecast.is === 'too-little' ? '' : figure(forecast.level)}</td>
      <td>{moves ? figure(forecast.perDay) : ''}</td>
      <td>
        {limit.from === 'below' ? '≤' : '≥'} {figure(limit.at)}
      </td>
    </tr>
  )
}
