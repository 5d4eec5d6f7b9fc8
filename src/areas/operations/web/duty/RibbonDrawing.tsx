import { useNavigate } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { showTime } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import type { RibbonSegment } from '../../calendar/calendar.rules.ts'
import { clockWords, sessionShort, sessionWords } from '../clock/words.ts'
import { axisOf, placeOf } from './axis.ts'
import { type Bar, barsOf } from './bars.ts'
import type { DueItem } from './due.ts'
import { apartFrom, groupsOf, textWidth } from './lanes.ts'
import type { AlarmOfDay, RunOfDay } from './ribbon-items.ts'
import { alarmsWords, dutyWords } from './words.ts'

interface RibbonDrawingProps {
  readonly segments: readonly RibbonSegment[]
  readonly day: string
  readonly runs: readonly RunOfDay[]
  readonly alarms: readonly AlarmOfDay[]
  readonly due: readonly DueItem[]
  readonly now: number
  readonly width: number
}

/** Rows from top to bottom, in pixels. */
const alarmY = 26
const sessionY = 38
const sessionHeight = 24
const tickY = sessionY + sessionHeight + 13
const laneY = tickY + 8
const laneHeight = 21

/** What stands on the ribbon, drawn; each thing opens. */
export function RibbonDrawing({ segments, day, runs, alarms, due, now, width }: RibbonDrawingProps) {
  const say = useSay()
  const lang = useLang()
  const axis = axisOf(segments)
  const x = (ms: number) => placeOf(axis, ms) * width
  const bars = barsOf(runs, due, { x, width, now, day, lang })
  const height = laneY + laneHeight * (1 + Math.max(-1, ...bars.map(({ lane }) => lane))) + 4
  return (
    <svg width={width} height={height} aria-label={say(dutyWords.day)}>
      <defs>
        <pattern id="ops-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="ops-hatch" />
        </pattern>
      </defs>
      {segments.map((segment) => (
        <Segment key={segment.from} segment={segment} x={x} />
      ))}
      {axis.pieces
        .filter(({ folded }) => folded)
        .map(({ fromMs, toMs }) => (
          <Fold key={fromMs} from={x(fromMs)} to={x(toMs)} />
        ))}
      <Ticks segments={segments} x={x} width={width} />
      <Alarms alarms={alarms} day={day} now={now} x={x} />
      {bars.map((bar) => (
        <RunBar key={bar.key} bar={bar} />
      ))}
      <Now x={x(now)} now={now} width={width} height={height} />
    </svg>
  )
}

type Place = (ms: number) => number

function Segment({ segment: { kind, code, from, to }, x }: { segment: RibbonSegment; x: Place }) {
  const say = useSay()
  const left = x(Date.parse(from))
  const width = x(Date.parse(to)) - left
  const middle = sessionY + sessionHeight / 2
  if (kind === 'pause') return <line x1={left} x2={left + width} y1={middle} y2={middle} className="ops-pause" />
  const name = say(kind === 'auction' ? clockWords.auction : sessionWords(code ?? ''))
  const short = say(sessionShort(code ?? ''))
  return (
    <Opens href="/trading-calendars" title={`${name} ${showTime(from)} – ${showTime(to)}`}>
      <rect x={left} y={sessionY} width={width} height={sessionHeight} className={`ops-${kind}`} />
      {kind === 'session' && textWidth(short) + 8 < width && (
        <text x={left + width / 2} y={middle + 4} textAnchor="middle" className="ops-session-name">
          {textWidth(name) + 8 < width ? name : short}
        </text>
      )}
    </Opens>
  )
}

/** A squeezed stretch of nothing: the line is broken, so that nobody reads its length. */
function Fold({ from, to }: { from: number; to: number }) {
  const middle = (from + to) / 2
  const y = sessionY + sessionHeight / 2
  return (
    <g className="ops-fold">
      <rect x={middle - 5} y={y - 8} width="10" height="16" />
      <path d={`M${middle - 6} ${y + 7}l4 -14M${middle + 2} ${y + 7}l4 -14`} />
    </g>
  )
}

/** The hours of the sessions' edges, as many as have room. */
function Ticks({ segments, x, width }: { segments: readonly RibbonSegment[]; x: Place; width: number }) {
  const edges = segments
    .filter(({ kind }) => kind === 'session')
    .flatMap(({ from, to }) => [from, to])
    .map((at) => ({ at, left: x(Date.parse(at)) }))
  return (
    <g className="ops-ticks">
      {apartFrom(edges, ({ left }) => left, 36).map(({ at, left }) => (
        <text key={at} x={Math.min(width - 16, Math.max(16, left))} y={tickY} textAnchor="middle">
          {showTime(at)}
        </text>
      ))}
    </g>
  )
}

interface AlarmsProps {
  readonly alarms: readonly AlarmOfDay[]
  readonly day: string
  readonly now: number
  readonly x: Place
}

/** Each alarm is a line as long as it lasted; where many begin together they share a mark with their number. */
function Alarms({ alarms, day, now, x }: AlarmsProps) {
  const start = ({ firstAt }: AlarmOfDay) => x(Date.parse(firstAt))
  return (
    <>
      {alarms.map((one) => (
        <line
          key={one.id}
          x1={start(one)}
          x2={x(one.resolvedAt ? Date.parse(one.resolvedAt) : now)}
          y1={alarmY}
          y2={alarmY}
          className={`ops-lasting ${classOf(one)}`}
        />
      ))}
      {groupsOf(alarms, start, 12).map((group) => (
        <AlarmMark key={group[0]?.id} group={group} day={day} at={group[0] ? start(group[0]) : 0} />
      ))}
    </>
  )
}

function AlarmMark({ group, day, at }: { group: readonly AlarmOfDay[]; day: string; at: number }) {
  const say = useSay()
  const lang = useLang()
  const worst = group.find(({ state }) => state !== 'resolved') ?? group.find(({ severity }) => severity === 'critical')
  const first = worst ?? group[0]
  if (!first) return null
  const isOne = group.length === 1
  const title = `${showTime(first.firstAt)} ${(lang === 'en' ? first.titleEn : null) ?? first.title}`
  return (
    <Opens
      href={isOne ? `/alarms/${first.number}` : `/alarms?tradingDay.from=${day}&tradingDay.to=${day}`}
      title={isOne ? title : `${title} … ${say(alarmsWords(group.length))}`}
    >
      <g className={`ops-alarm-mark ${classOf(first)}`}>
        <rect x={at - 7} y={alarmY - 9} width="14" height="18" className="ops-target" />
        {first.severity === 'critical' ? (
          <path d={`M${at - 4} ${alarmY - 4}l8 8m0 -8l-8 8`} />
        ) : (
          <path d={`M${at} ${alarmY - 5}l5 9h-10z`} className="is-filled" />
        )}
        {!isOne && (
          <text x={at + 8} y={alarmY - 3}>
            {group.length}
          </text>
        )}
      </g>
    </Opens>
  )
}

const classOf = ({ state, severity }: AlarmOfDay): string =>
  state === 'resolved' ? 'is-ended' : severity === 'critical' ? 'is-broken' : 'is-late'

function RunBar({ bar }: { bar: Bar }) {
  const y = laneY + bar.lane * laneHeight
  return (
    <Opens href={bar.href} title={bar.label}>
      <g className={`ops-bar is-${bar.tone}${bar.hollow ? ' is-hollow' : ''}`}>
        <rect x={bar.left + 0.5} y={y + 2.5} width={bar.width - 1} height={laneHeight - 6} rx="2" />
        <text x={bar.labelAt} y={y + 14} textAnchor={bar.labelEnd}>
          {bar.label}
        </text>
      </g>
    </Opens>
  )
}

function Now({ x, now, width, height }: { x: number; now: number; width: number; height: number }) {
  const say = useSay()
  const label = `${say(clockWords.now)} ${showTime(new Date(now).toISOString())}`
  const half = textWidth(label) / 2 + 2
  return (
    <g className="ops-now">
      <line x1={x} x2={x} y1={14} y2={height} />
      <path d={`M${x} 18l-4 -5h8z`} />
      <text x={Math.min(width - half, Math.max(half, x))} y={10} textAnchor="middle">
        {label}
      </text>
    </g>
  )
}

/** A link inside the drawing: opens here, or in a tab of its own where the person asks for that. */
function Opens({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  const navigate = useNavigate()
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void navigate({ href })
  }
  return (
    <a href={href} onClick={open} className="ops-opens">
      <title>{title}</title>
      {children}
    </a>
  )
}
