import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Skeleton, Space } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { showDay } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import {
  nextTradingDate,
  previousTradingDate,
  type TradingCalendar,
  tradingDayOf,
} from '../../calendar/calendar.rules.ts'
import { useTradingTime } from '../clock/day.ts'
import { Quiet } from '../duty/Panel.tsx'
import { Ribbon } from '../duty/Ribbon.tsx'
import type { PlanRun } from './plan.ts'
import { RunChart } from './RunChart.tsx'
import { planWords as words } from './words.ts'
import '../duty/duty.css'
import './plan.css'

/** `/day-plan?day=2026-11-25`: what a trading day was to bring, against what it brought. */
export function DayPlanPage() {
  const say = useSay()
  const { day: asked } = useSearch({ strict: false }) as { day?: string }
  const time = useTradingTime()
  const query: Record<string, string> = asked ? { day: asked } : {}
  const { data, error, refetch } = useCall<{ tradingDay: string | null; runs: readonly PlanRun[] }>(
    '/duty/plan',
    query,
    [...['run', 'run-step', 'runbook', 'trading-calendar']],
  )
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data || !time) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  const { calendar, now } = time
  const today = calendar ? tradingDayOf(calendar, new Date(now).toISOString()) : 'unknown'
  const day = data.tradingDay
  return (
    <div className="pl-page">
      <header className="ts-page-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        {calendar && day && <Days calendar={calendar} day={day} today={today} />}
        <Legend />
      </header>
      {calendar && day && <Ribbon calendar={calendar} day={day} now={now} />}
      {day === null && <Quiet tone="unknown" title={words.unknown} hint={words.nothingHint} />}
      {day !== null && data.runs.length === 0 && (
        <Quiet title={words.nothing} hint={words.nothingHint}>
          <Link to="/runbooks">{say(words.toRunbooks)} →</Link>
        </Quiet>
      )}
      {data.runs.map((one) => (
        <RunChart key={one.run?.number ?? one.runbook.number} plan={one} now={now} />
      ))}
    </div>
  )
}

function Days({ calendar, day, today }: { calendar: TradingCalendar; day: string; today: string }) {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  const to = (other: string) => navigate({ to: '/day-plan', search: { day: other } as never })
  const [before, after] = [previousTradingDate(calendar, day), nextTradingDate(calendar, day)]
  return (
    <Space>
      <Button
        size="small"
        icon={<LeftOutlined />}
        aria-label={say(words.earlier)}
        disabled={before === 'unknown'}
        onClick={() => to(before)}
      />
      <b className="ts-figures">{showDay(day, lang)}</b>
      <Button
        size="small"
        icon={<RightOutlined />}
        aria-label={say(words.later)}
        disabled={after === 'unknown'}
        onClick={() => to(after)}
      />
      {today !== 'unknown' && today !== day && (
        <Button size="small" onClick={() => to(today)}>
          {say(words.today)}
        </Button>
      )}
    </Space>
  )
}

function Legend() {
  const say = useSay()
  return (
    <span className="pl-legend ts-quiet">
      <i className="pl-planned" /> {say(words.planned)}
      <i className="pl-actual" data-tone="kept" /> {say(words.actual)}
      <i className="pl-deadline" /> {say(words.deadline)}
    </span>
  )
}
