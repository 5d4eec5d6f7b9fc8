import { InputNumber, Select } from 'antd'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Mark } from '../../runbook/step.rules.ts'
import { useCalendar } from '../clock/day.ts'
import { edgeWords } from './mark.ts'
import { runbookScreenWords as words } from './words.ts'

interface MarkEditProps {
  readonly value: Mark | undefined
  readonly onChange: (mark: Mark | undefined) => void
  readonly label: string
}

/** A time relative to the market: which edge of which session, before or after it, by how many minutes. */
export function MarkEdit({ value, onChange, label }: MarkEditProps) {
  const say = useSay()
  const { data: calendar } = useCalendar()
  const sessions = [
    ...new Set([...(calendar?.sessions ?? []).map(({ code }) => code), ...(value ? [value.session] : [])]),
  ]
  const options = sessions.flatMap((session) =>
    (['start', 'end'] as const).map((edge) => ({
      value: `${session} ${edge}`,
      label: say(edgeWords({ session, edge })),
    })),
  )
  const sign = value && value.offsetMinutes > 0 ? 1 : -1
  const set = (mark: Partial<Mark>) => value && onChange({ ...value, ...mark })
  return (
    <div className="ops-mark-edit">
      <Select
        aria-label={label}
        allowClear
        placeholder={say(words.anyTime)}
        {...(value ? { value: `${value.session} ${value.edge}` } : {})}
        options={options}
        onChange={(next: string | undefined) => {
          if (!next) return onChange(undefined)
          const [session = '', edge] = next.split(' ')
          onChange({ session, edge: edge as Mark['edge'], offsetMinutes: value?.offsetMinutes ?? -30 })
        }}
      />
      <Select
        aria-label={`${label} ${say(words.before)} / ${say(words.after)}`}
        disabled={!value}
        value={sign}
        options={[
          { value: -1, label: say(words.before) },
          { value: 1, label: say(words.after) },
        ]}
        onChange={(next: number) => set({ offsetMinutes: next * Math.abs(value?.offsetMinutes ?? 0) })}
      />
      <InputNumber
        aria-label={`${label} ${say(words.minutes)}`}
        disabled={!value}
        min={0}
        max={1_440}
        precision={0}
        value={Math.abs(value?.offsetMinutes ?? 0)}
        suffix={say(words.minutes)}
        onChange={(next) => set({ offsetMinutes: sign * (next ?? 0) })}
      />
    </div>
  )
}
