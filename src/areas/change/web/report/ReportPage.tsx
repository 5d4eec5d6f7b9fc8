import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Card, Empty, Segmented, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { type ChangeReport, type Group, type Shares, share } from './report.ts'
import { reportWords as words } from './words.ts'
import './report.css'

// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const MonthsChart = lazily(() => import('./MonthsChart.tsx').then((m) => m.MonthsChart))

const spans = ['3', '6', '12', '24']

/** `/change-report?months=6`: how changes ended, by month, by team and by vendor. */
export function ReportPage() {
  const say = useSay()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { months?: string | number }
  const months = spans.find((one) => one === String(search.months)) ?? '6'
  const found = useCall<ChangeReport>('/change-report', { months }, ['change'])
  useTitle(say(words.title))
  return (
    <div className="chr-page">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        <span className="ts-quiet">{say(words.intro)}</span>
        <span className="ts-grow" />
        <Segmented
          value={months}
          options={spans.map((one) => ({ value: one, label: `${one} ${say(words.months)}` }))}
          onChange={(next) =>
            navigate({ to: '/change-report' as '/', search: { months: next } as never, replace: true })
          }
        />
      </div>
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : !found.data ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
      ) : found.data.all.total === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nothing)} />
      ) : (
        <Found report={found.data} />
      )}
    </div>
  )
}

function Found({ report: { all, months, teams, vendors } }: { report: ChangeReport }) {
  const say = useSay()
  return (
    <div className="chr-body">
      <div className="chr-figures">
        <Figure words={words.total} value={String(all.total)} />
        <Figure words={words.done} value={share(all.done, all.total)} of={all.done} />
        <Figure words={words.rolledBack} value={share(all.rolledBack, all.total)} of={all.rolledBack} />
        <Figure words={words.emergency} value={share(all.emergency, all.total)} of={all.emergency} />
        <Figure words={words.standard} value={share(all.standard, all.total)} of={all.standard} />
      </div>
      <Card size="small" title={say(words.byMonth)}>
        <MonthsChart months={months} />
      </Card>
      <Card size="small" title={say(words.byTeam)}>
        <Groups groups={teams} none={words.noTeam} filter="team" />
      </Card>
      <Card size="small" title={say(words.byVendor)}>
        {vendors.length === 0 ? (
          <p className="ts-quiet">{say(words.noVendor)}</p>
        ) : (
          <Groups groups={vendors} none={words.noVendor} filter="supplier" />
        )}
      </Card>
    </div>
  )
}

function Figure({ words: name, value, of }: { words: Words; value: string; of?: number }) {
  const say = useSay()
  return (
    <p className="chr-figure">
      <span className="ts-quiet">{say(name)}</span>
      <b className="ts-figures">{value}</b>
      {of !== undefined && <span className="ts-quiet ts-figures">{of}</span>}
    </p>
  )
}

const heads = [words.name, words.total, words.done, words.rolledBack, words.emergency, words.standard]

interface GroupsProps {
  readonly groups: readonly Group[]
  readonly none: Words
  readonly filter: 'team' | 'supplier'
}

function Groups({ groups, none, filter }: GroupsProps) {
  const say = useSay()
  const cell = (part: keyof Shares, { [part]: count, total }: Shares) => `${count} · ${share(count, total)}`
  return (
    <HeadedTable box="chr-scroll" table="chr-table" heads={heads}>
      <tbody>
        {groups.map((one) => (
          <tr key={one.id ?? ''}>
            <th scope="row">
              {one.id ? (
                <Link to={'/changes' as '/'} search={{ [filter]: one.id } as never}>
                  {one.name}
                </Link>
              ) : (
                say(none)
              )}
            </th>
            <td>{one.total}</td>
            <td>{cell('done', one)}</td>
            <td className={one.rolledBack > 0 ? 'is-broken' : undefined}>{cell('rolledBack', one)}</td>
            <td>{cell('emergency', one)}</td>
            <td>{cell('standard', one)}</td>
          </tr>
        ))}
      </tbody>
    </HeadedTable>
  )
}
