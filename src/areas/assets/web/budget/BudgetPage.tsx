import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Select, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { useHead } from '../../../../web/context.ts'
import { mayCreate } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import type { BudgetPicture } from '../../budget/figures.rules.ts'
import { BudgetTable } from './BudgetTable.tsx'
import { budgetPageWords as words } from './words.ts'
import './budget.css'

// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const MonthBars = lazily(() => import('./MonthBars.tsx').then((m) => m.MonthBars))

type Search = Readonly<Record<'year' | 'department', string | undefined>>

/** `/budget?year=2026&department=…`: what was planned, promised and spent, and what is left of it. */
export function BudgetPage() {
  const say = useSay()
  const navigate = useNavigate()
  const { year, department } = useSearch({ strict: false }) as Search
  const found = useCall<BudgetPicture & { refs: Refs }>('/budget-figures', { year, department }, [
    'budget',
    'purchase',
    'receipt',
    'invoice',
  ])
  const session = useSession()
  const mayPlan = mayCreate(useHead('budget'), session)
  useTitle(say(words.title))
  const go = (next: Partial<Search>) =>
    navigate({ to: '/budget', search: { year, department, ...next } as never, replace: true })
  const { data } = found
  return (
    <div className="bud-page">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        <span className="ts-grow" />
        <Select
          aria-label={say(words.year)}
          value={data?.year ?? null}
          onChange={(next: number) => go({ year: String(next) })}
          options={(data?.years ?? []).toReversed().map((one) => ({ value: one, label: String(one) }))}
        />
        <DepartmentPick value={department} onChange={(next) => go({ department: next })} />
        {mayPlan && (
          <Link to="/budgets/new" search={{ year: data?.year } as never}>
            <Button icon={<PlusOutlined />}>{say(words.plan)}</Button>
          </Link>
        )}
      </div>
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : !data ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
      ) : data.budgets.length === 0 && data.months.every(({ spent }) => spent === 0) ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="ts-none" description={say(words.nothing)} />
      ) : (
        <div className="bud-body">
          <BudgetTable picture={data} refs={data.refs} />
          <p className="ts-quiet">{say(words.hint)}</p>
          <section>
            <h2>{say(words.byMonth)}</h2>
            <p className="ts-quiet">{say(words.monthHint)}</p>
            <MonthBars months={data.months} department={department} />
          </section>
        </div>
      )}
    </div>
  )
}

function DepartmentPick({ value, onChange }: { value: string | undefined; onChange: (next?: string) => void }) {
  const say = useSay()
  const { record } = useHead('department')
  const { data } = useCall<{ items: { id: string; name: string }[] }>('/departments', { limit: '200' }, [record.name])
  return (
    <Select
      className="bud-department"
      aria-label={say(words.department)}
      allowClear
      value={value}
      placeholder={say(words.all)}
      onChange={(next: string | undefined) => onChange(next)}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
