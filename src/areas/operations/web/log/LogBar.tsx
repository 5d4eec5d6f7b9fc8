import { LeftOutlined, PrinterOutlined, RightOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import type { RowOf } from '../../../../record/record.ts'
import { useItem } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { words as shellWords } from '../../../../web/words.ts'
import {
  isTradingDate,
  nextTradingDate,
  previousTradingDate,
  type TradingCalendar,
} from '../../calendar/calendar.rules.ts'
import { component } from '../../component/component.record.ts'
import { answersForLog } from '../../log-entry/log-entry.record.ts'
import { logEntryWords } from '../../log-entry/log-entry.words.ts'
import { useCalendar } from '../clock/day.ts'
import { dayWords } from '../clock/words.ts'
import type { LogSearch } from './LogOfDay.tsx'
import type { Kind } from './lines.ts'
import { logScreenWords as words } from './words.ts'

interface LogBarProps {
  readonly day: string | undefined
  readonly today: string | undefined
  readonly search: LogSearch
  readonly counts: readonly { readonly kind: Kind; readonly count: number }[] | undefined
  readonly onChange: (changed: LogSearch) => void
  readonly onPrint: () => void
  readonly printing: boolean
}

/** Which day, which kind, which component, in which order. */
export function LogBar({ day, today, search, counts, onChange, onPrint, printing }: LogBarProps) {
  const say = useSay()
  const mayAnswer = mayEver(answersForLog, useSession())
  return (
    <header className="ops-log-bar">
      <h1 className="ts-title">{say(words.title)}</h1>
      <DayPicker day={day} today={today} onChange={(next) => onChange({ day: next === today ? undefined : next })} />
      <Kinds chosen={search.kind} counts={counts} onChange={(kind) => onChange({ kind })} />
      <ComponentFilter chosen={search.component} onChange={(component) => onChange({ component })} />
      <span className="ops-log-end">
        <Segmented
          value={search.order === 'oldest' ? 'oldest' : 'newest'}
          onChange={(order) => onChange({ order: order === 'newest' ? undefined : order })}
          options={[
            { value: 'newest', label: say(words.newestFirst) },
            { value: 'oldest', label: say(words.oldestFirst) },
          ]}
        />
        {day && mayAnswer && (
          <Button
            icon={<SafetyCertificateOutlined />}
            href={`/api/log/sealed?from=${day}&to=${day}`}
            download
            aria-label={say(words.sealed)}
            title={say(words.sealed)}
          />
        )}
        <Button
          icon={<PrinterOutlined />}
          onClick={onPrint}
          loading={printing}
          aria-label={say(shellWords.print)}
          title={say(printing ? words.preparing : shellWords.print)}
        />
      </span>
    </header>
  )
}

interface DayPickerProps {
  readonly day: string | undefined
  readonly today: string | undefined
  readonly onChange: (day: string) => void
}

/** The trading day, and the ones before and after it; other dates cannot be chosen. */
function DayPicker({ day, today, onChange }: DayPickerProps) {
  const say = useSay()
  const { data: calendar } = useCalendar()
  const before = near(previousTradingDate, calendar, day)
  const after = near(nextTradingDate, calendar, day)
  const isFuture = after !== undefined && today !== undefined && after > today
  return (
    <span className="ops-log-day">
      <Button
        icon={<LeftOutlined />}
        disabled={before === undefined}
        onClick={() => before && onChange(before)}
        aria-label={say(words.previous)}
        title={say(words.previous)}
      />
      <DatePicker
        value={day ? dayjs(day) : null}
        format={(date) => say(dayWords(date.format('YYYY-MM-DD')))}
        allowClear={false}
        inputReadOnly
        showNow={false}
        placeholder={say(words.pickDay)}
        disabledDate={(date) => calendar != null && isTradingDate(calendar, date.format('YYYY-MM-DD')) !== true}
        onChange={(date) => date && onChange(date.format('YYYY-MM-DD'))}
      />
      <Button
        icon={<RightOutlined />}
        disabled={after === undefined || isFuture}
        onClick={() => after && onChange(after)}
        aria-label={say(words.following)}
        title={say(words.following)}
      />
      {today && day !== today && <Button onClick={() => onChange(today)}>{say(words.today)}</Button>}
    </span>
  )
}

function near(
  find: (calendar: TradingCalendar, date: string) => string,
  calendar: TradingCalendar | null | undefined,
  day: string | undefined,
): string | undefined {
  if (!calendar || !day) return undefined
  const found = find(calendar, day)
  return found === 'unknown' ? undefined : found
}

interface KindsProps {
  readonly chosen: string | undefined
  readonly counts: LogBarProps['counts']
  readonly onChange: (kind: string | undefined) => void
}

/** Each kind with how many lines the day has of it. */
function Kinds({ chosen, counts = [], onChange }: KindsProps) {
  const say = useSay()
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const of = (label: string, count: number) => (
    <>
      {label} <span className="ts-quiet ts-figures">{count}</span>
    </>
  )
  return (
    <Segmented
      className="ops-kinds"
      value={chosen ?? ''}
      onChange={(kind) => onChange(kind || undefined)}
      options={[
        { value: '', label: of(say(words.all), total) },
        ...Object.entries(logEntryWords.choices.kind).map(([kind, label]) => ({
          value: kind,
          label: of(say(label), counts.find((one) => one.kind === kind)?.count ?? 0),
        })),
      ]}
    />
  )
}

interface ComponentFilterProps {
  readonly chosen: string | undefined
  readonly onChange: (component: string | undefined) => void
}

function ComponentFilter({ chosen, onChange }: ComponentFilterProps) {
  const say = useSay()
  const label = say(logEntryWords.fields.component)
  return (
    <span className="ops-component-filter">
      <span className="ts-quiet">{label}</span>
      {chosen ? (
        <Chosen id={chosen} label={label} onChange={onChange} />
      ) : (
        <LinkPicker to="component" label={label} refs={{}} value={[]} onChange={([id]) => onChange(id)} />
      )}
    </span>
  )
}

/** A component in the address has an id alone: its name is asked for. */
function Chosen({ id, label, onChange }: { id: string; label: string; onChange: ComponentFilterProps['onChange'] }) {
  const { data } = useItem(component, id)
  const row = data?.item as RowOf<typeof component> | undefined
  const refs = row ? { [id]: { record: 'component', number: row.number, label: row.name } } : {}
  return <LinkPicker to="component" label={label} refs={refs} value={[id]} onChange={([next]) => onChange(next)} />
}
