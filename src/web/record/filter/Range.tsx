import { Button, InputNumber } from 'antd'
import type { Query } from '../../client/api.ts'
import { dateOf } from '../../format/time.ts'
import type { Shown } from '../../format/value.ts'
import { useSay } from '../../shell/lang.tsx'
import { lazily } from '../../shell/lazily.tsx'
import type { RangeProps as PickerProps } from '../../widgets/date-edit.tsx'
import { type Days, ranges } from '../days.ts'
import { words } from '../list.words.ts'
import type { ListQuery } from '../query.ts'

const RangePicker = lazily<PickerProps>(() => import('../../widgets/date-edit.tsx').then((m) => m.EditRange))

interface RangeProps {
  readonly shown: Shown
  readonly query: ListQuery
  readonly onChange: (keys: Query) => void
}

/** From and to: numbers, or days as such or said from today. */
export function Range({ shown, query, onChange }: RangeProps) {
  const { [`${shown.name}.from`]: from, [`${shown.name}.to`]: to } = query
  const set = (first: string | undefined, last: string | undefined) =>
    onChange({ [`${shown.name}.from`]: first, [`${shown.name}.to`]: last })
  const Kind = shown.kind === 'number' ? Numbers : Dates
  return <Kind shown={shown} from={from} to={to} set={set} />
}

interface EndsProps {
  readonly shown: Shown
  readonly from: string | undefined
  readonly to: string | undefined
  readonly set: (from: string | undefined, to: string | undefined) => void
}

function Numbers({ shown, from, to, set }: EndsProps) {
  const say = useSay()
  const text = (value: number | null) => (value === null ? undefined : String(value))
  const number = (value: string | undefined) => (value === undefined ? null : Number(value))
  return (
    <div className="ts-filter-numbers">
      <InputNumber
        autoFocus
        value={number(from)}
        placeholder={say(words.from)}
        aria-label={`${say(shown.label)} ${say(words.from)}`}
        onChange={(value) => set(text(value), to)}
      />
      –
      <InputNumber
        value={number(to)}
        placeholder={say(words.to)}
        aria-label={`${say(shown.label)} ${say(words.to)}`}
        onChange={(value) => set(from, text(value))}
      />
    </div>
  )
}

function Dates({ shown, from, to, set }: EndsProps) {
  const say = useSay()
  // What is created was created: it has no days to come.
  const offered = ranges.filter(({ ahead }) => !ahead || shown.name !== 'createdAt')
  const isOn = (one: Days) => one.from === from && one.to === to
  const day = (value: string | undefined) =>
    value?.startsWith('@') ? undefined : value?.includes('T') ? dateOf(value) : value
  return (
    <div className="ts-filter-days">
      <div>
        {offered.map((one) => (
          <Button
            key={one.words[1]}
            size="small"
            type={isOn(one) ? 'primary' : 'default'}
            aria-pressed={isOn(one)}
            onClick={() => (isOn(one) ? set(undefined, undefined) : set(one.from, one.to))}
          >
            {say(one.words)}
          </Button>
        ))}
      </div>
      <div>
        <span className="ts-quiet">{say(words.days)}</span>
        <RangePicker from={day(from)} to={day(to)} onChange={set} />
      </div>
    </div>
  )
}
