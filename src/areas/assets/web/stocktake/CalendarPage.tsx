import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Card, Empty, Skeleton } from 'antd'
import { mustBeDay } from '../../../../record/time.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { useEntry } from '../../../../web/context.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { mayCreate } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { stocktake } from '../../stocktake/stocktake.record.ts'
import { stocktakeWords } from '../../stocktake/stocktake.words.ts'
import { stocktakingTones } from './tones.ts'
import { stocktakingWords as words } from './words.ts'
import './stocktake.css'

type State = keyof typeof stocktakeWords.states

interface One {
  readonly number: string
  readonly title: string
  readonly state: State
  readonly plannedOn: string
  readonly dueOn: string
  readonly expected: number
  readonly counted: number
}

interface Calendar {
  readonly items: readonly One[]
  readonly overdue: readonly One[]
  readonly foreseen: readonly { readonly schedule: string; readonly name: string; readonly date: string }[]
}

/** `/stocktake-calendar?year=2026`: the stocktakes of a year month by month, and first whatever is overdue. */
export function CalendarPage() {
  const say = useSay()
  const navigate = useNavigate()
  const session = useSession()
  const entry = useEntry(stocktake.name)
  const today = dateOf(new Date())
  const search = useSearch({ strict: false }) as { year?: string | number }
  const asked = Number(search.year)
  const year = asked >= 1990 && asked <= 2100 ? asked : Number(today.slice(0, 4))
  const found = useCall<Calendar>('/stocktake-calendar', { from: `${year}-01-01`, to: `${year}-12-31` }, [
    'stocktake',
    'stocktake-count',
    'schedule',
  ])
  useTitle(say(words.calendar))
  const go = (to: number) =>
    navigate({ to: '/stocktake-calendar', search: { year: String(to) } as never, replace: true })
  return (
    <div className="stk-page">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(words.calendar)}</h1>
        <span className="ts-quiet">{say(words.intro)}</span>
        <span className="ts-grow" />
        <Button icon={<LeftOutlined />} aria-label={String(year - 1)} onClick={() => go(year - 1)} />
        <b className="ts-figures">{year}</b>
        <Button icon={<RightOutlined />} aria-label={String(year + 1)} onClick={() => go(year + 1)} />
        {mayCreate(entry, session) && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => navigate({ to: '/stocktakes/new' })}>
            {say(words.newOne)}
          </Button>
        )}
      </div>
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : found.isPending ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
      ) : (
        <div className="stk-months">
          <Overdue overdue={found.data.overdue} today={today} />
          {found.data.items.length + found.data.foreseen.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nothing)} />
          ) : (
            <Year year={year} calendar={found.data} today={today} />
          )}
        </div>
      )}
    </div>
  )
}

function Overdue({ overdue, today }: { overdue: readonly One[]; today: string }) {
  const say = useSay()
  if (overdue.length === 0) return <p className="ts-quiet">{say(words.noOverdue)}</p>
  return (
    <Card size="small" title={`${say(words.overdue)} ${overdue.length}`} className="stk-overdue">
      {overdue.map((one) => (
        <OneLine key={one.number} one={one}>
          <span className="is-late ts-figures">
            {say(words.due)} {one.dueOn} · {say(words.overdue)} {mustBeDay(today) - mustBeDay(one.dueOn)}{' '}
            {say(words.days)}
          </span>
        </OneLine>
      ))}
    </Card>
  )
}

function Year({ year, calendar, today }: { year: number; calendar: Calendar; today: string }) {
  const say = useSay()
  const lang = useLang()
  const name = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`).map((month) => {
    const items = calendar.items.filter(({ plannedOn }) => plannedOn.startsWith(month))
    const foreseen = calendar.foreseen.filter(({ date }) => date.startsWith(month))
    if (items.length + foreseen.length === 0) return null
    return (
      <section key={month} className={today.startsWith(month) ? 'stk-month is-now' : 'stk-month'}>
        <h2>{name.format(new Date(`${month}-01T00:00:00Z`))}</h2>
        <div>
          {items.map((one) => (
            <OneLine key={one.number} one={one}>
              <span className="ts-quiet ts-figures">
                {one.plannedOn.slice(5)} – {one.dueOn.slice(5)}
              </span>
            </OneLine>
          ))}
          {foreseen.map(({ schedule, name: of, date }) => (
            <p key={`${schedule} ${date}`} className="stk-one ts-quiet">
              <span className="ts-figures">{date.slice(5)}</span> {say(words.planned)}{' '}
              <Link to={`/schedules/${schedule}`}>{of}</Link>
            </p>
          ))}
        </div>
      </section>
    )
  })
}

function OneLine({ one, children }: { one: One; children: React.ReactNode }) {
  const say = useSay()
  const { number, title, state, expected, counted } = one
  return (
    <p className="stk-one">
      <StateTag tone={stocktakingTones.stocktake.state[state]} word={say(stocktakeWords.states[state])} />
      <Link to={`/stocktakes/${number}`}>{title}</Link>
      {children}
      {expected > 0 && (
        <span className="ts-quiet ts-figures">
          {counted}/{expected}
        </span>
      )}
    </p>
  )
}
