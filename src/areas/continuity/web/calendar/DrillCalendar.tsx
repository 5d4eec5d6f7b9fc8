import { DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { dateOf } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { emergencyPlanWords } from '../../emergency-plan/emergency-plan.words.ts'
import { type DrillYear, drillsIn, monthsOf, type PlanLine, signOf } from './calendar.ts'
import { calendarWords as words } from './words.ts'
import './calendar.css'

/** `/drill-calendar?year=2026`: a line for each plan in force, the soonest due first; what was rehearsed, is planned, and must be. */
export function DrillCalendar() {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  const { year: asked } = useSearch({ strict: false }) as { year?: string | number }
  const year = Number(asked) || Number(dateOf(new Date()).slice(0, 4))
  const found = useCall<DrillYear>('/drill-calendar', { year: `${year}` }, ['emergency-plan', 'drill'])
  useTitle(say(words.title))
  const go = (to: number) => navigate({ to: '/drill-calendar' as '/', search: { year: to } as never, replace: true })
  return (
    <div className="drc-page">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        <span className="ts-quiet">{say(words.intro)}</span>
        <span className="ts-grow" />
        <Button icon={<DownloadOutlined />} href={`/api/emergency-plan-set?lang=${lang}`}>
          {say(words.takeAlong)}
        </Button>
        <Button icon={<LeftOutlined />} aria-label={say(words.before)} onClick={() => go(year - 1)} />
        <b className="ts-figures">{year}</b>
        <Button icon={<RightOutlined />} aria-label={say(words.after)} onClick={() => go(year + 1)} />
      </div>
      {found.isError ? (
        <LoadFailed error={found.error} retry={() => found.refetch()} />
      ) : !found.data ? (
        <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
      ) : found.data.plans.length === 0 ? (
        <p className="ts-pad ts-quiet">{say(words.none)}</p>
      ) : (
        <Year year={year} {...found.data} />
      )}
    </div>
  )
}

function Year({ year, today, plans }: DrillYear & { year: number }) {
  const say = useSay()
  const lang = useLang()
  const name = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', timeZone: 'UTC' })
  return (
    <div className="drc-scroll">
      <table className="drc-year">
        <thead>
          <tr>
            <th scope="col">{say(words.plan)}</th>
            <th scope="col">{say(words.due)}</th>
            {monthsOf(year).map((month) => (
              <th scope="col" key={month} className={today.startsWith(month) ? 'is-now' : ''}>
                {name.format(new Date(`${month}-01T00:00:00Z`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <OnePlan key={plan.id} plan={plan} year={year} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OnePlan({ plan, year, today }: { plan: PlanLine; year: number; today: string }) {
  const say = useSay()
  const lang = useLang()
  const { states, choices } = emergencyPlanWords
  const isOverdue = plan.drillDueOn !== null && plan.drillDueOn < today
  return (
    <tr>
      <th scope="row">
        <Link to={`/emergency-plans/${plan.number}` as '/'} className="ts-ref">
          {(lang === 'en' && plan.titleEn) || plan.title}
        </Link>
        <span className="drc-about">
          <span className="ts-quiet">{say(choices.level[plan.level])}</span>
          {plan.state === 'stale' && (
            <StateTag
              tone="broken"
              word={say(plan.staleBecause ? choices.staleBecause[plan.staleBecause] : states.stale)}
            />
          )}
        </span>
      </th>
      <td className="drc-due">
        <span className="ts-figures">{plan.drillDueOn ?? '—'}</span>
        {isOverdue && <StateTag tone="late" word={say(words.overdue)} />}
      </td>
      {monthsOf(year).map((month) => (
        <td key={month} className={today.startsWith(month) ? 'is-now' : ''}>
          {drillsIn(plan.drills, month, dateOf).map((one) => {
            const { tone, word } = signOf(one)
            return (
              <Link key={one.id} to={`/drills/${one.number}` as '/'} className="drc-one" title={one.title}>
                <ToneMark tone={tone} />
                <span className="ts-figures">{(one.heldOn ?? dateOf(one.plannedStart)).slice(8)}</span> {say(word)}
              </Link>
            )
          })}
          {plan.drillDueOn?.startsWith(month) && (
            <span className="drc-one drc-must">
              <ToneMark tone="late" />
              <span className="ts-figures">{plan.drillDueOn.slice(8)}</span> {say(words.mustBe)}
            </span>
          )}
        </td>
      ))}
    </tr>
  )
}
