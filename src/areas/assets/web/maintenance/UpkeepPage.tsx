import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { maintenanceOrder } from '../../maintenance-order/maintenance-order.record.ts'
import { maintenancePlan } from '../../maintenance-plan/maintenance-plan.record.ts'
import { OrderLine, type UpkeepOrder } from './OrderLine.tsx'
import { everyWords, upkeepWords as words } from './words.ts'
import './maintenance.css'

// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const YearChart = lazily(() => import('./YearChart.tsx').then((m) => m.YearChart))

export interface UpkeepMonth {
  readonly month: string
  readonly done: number
  readonly repairs: number
  readonly skipped: number
  readonly responseMinutes: number | null
}

interface Upkeep {
  readonly today: string
  readonly orders: readonly UpkeepOrder[]
  readonly plans: readonly {
    readonly id: string
    readonly number: string
    readonly name: string
    readonly nextOn: string
    readonly everyMonths: number
    readonly owner: string
  }[]
  readonly months: readonly UpkeepMonth[]
  readonly refs: Refs
}

const spans = ['14', '30', '90']

/** `/upkeep?days=30`: what of maintenance is late, in hand or near, and when each plan is next. */
export function UpkeepPage() {
  const say = useSay()
  const navigate = useNavigate()
  const session = useSession()
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const days = spans.find((one) => one === String(search['days'])) ?? '30'
  const found = useCall<Upkeep>('/upkeep', { days }, ['maintenance-order', 'maintenance-plan'])
  useTitle(say(words.title))
  return (
    <div className="mnt-page">
      <div className="ts-list-head mnt-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        <span className="ts-quiet mnt-intro">{say(words.intro)}</span>
        <span className="ts-grow" />
        {mayEver(maintenancePlan.access.create, session) && (
          <Button onClick={() => navigate({ to: '/maintenance-plans/new' as '/' })}>{say(words.newPlan)}</Button>
        )}
        {mayEver(maintenanceOrder.access.create, session) && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => navigate({ to: '/maintenance-orders/new' as '/' })}
          >
            {say(words.newOrder)}
          </Button>
        )}
      </div>
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : !found.data ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
      ) : (
        <Found
          upkeep={found.data}
          days={days}
          onDays={(next) => navigate({ to: '/upkeep', search: { days: next } as never, replace: true })}
        />
      )}
    </div>
  )
}

interface FoundProps {
  readonly upkeep: Upkeep
  readonly days: string
  readonly onDays: (days: string) => void
}

function Found({ upkeep: { today, orders, plans, months, refs }, days, onDays }: FoundProps) {
  const say = useSay()
  const inHand = orders.filter(({ state }) => state === 'in-progress')
  const open = orders.filter(({ state }) => state !== 'in-progress')
  const late = open.filter(({ dueOn }) => dueOn < today)
  const near = open.filter(({ dueOn }) => dueOn >= today)
  const lines = (of: readonly UpkeepOrder[]) =>
    of.map((one) => <OrderLine key={one.id} order={one} today={today} refs={refs} />)
  return (
    <div className="mnt-body">
      <Part title={words.late} count={late.length} none={words.nothingLate}>
        {lines(late)}
      </Part>
      <Part title={words.inHand} count={inHand.length} none={words.nothingInHand}>
        {lines(inHand)}
      </Part>
      <Part
        title={words.near}
        count={near.length}
        none={words.nothingNear}
        extra={
          <Segmented
            size="small"
            value={days}
            aria-label={say(words.near)}
            onChange={onDays}
            options={spans.map((value) => ({ value, label: `${value} ${say(words.days)}` }))}
          />
        }
      >
        {lines(near)}
      </Part>
      <Part title={words.plans} count={plans.length} none={words.noPlans}>
        {plans.map(({ id, number, name, nextOn, everyMonths, owner }) => (
          <li key={id} className="mnt-plan">
            <time className="ts-figures" dateTime={nextOn}>
              {nextOn}
            </time>
            <Link to={`/maintenance-plans/${number}`} className="ts-ref">
              {name}
            </Link>
            <span className="ts-quiet">{say(everyWords(everyMonths))}</span>
            <RefLink id={owner} refs={refs} />
          </li>
        ))}
      </Part>
      <section>
        <h2>{say(words.year)}</h2>
        <YearChart months={months} />
      </section>
    </div>
  )
}

interface PartProps {
  readonly title: Words
  readonly count: number
  readonly none: Words
  readonly extra?: ReactNode
  readonly children: ReactNode
}

function Part({ title, count, none, extra, children }: PartProps) {
  const say = useSay()
  return (
    <section>
      <header className="mnt-part">
        <h2>
          {say(title)} {count > 0 && <span className="ts-quiet ts-figures">{count}</span>}
        </h2>
        {extra}
      </header>
      {count === 0 ? <p className="ts-quiet">{say(none)}</p> : <ul className="ts-plain">{children}</ul>}
    </section>
  )
}
