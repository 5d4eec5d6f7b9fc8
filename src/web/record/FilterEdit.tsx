import { Button, Checkbox } from 'antd'
import type { Query } from '../client/api.ts'
import type { Refs } from '../client/types.ts'
import { dateOf, endOfDate, startOfDate } from '../format/time.ts'
import type { Shown } from '../format/value.ts'
import { useSay } from '../shell/lang.tsx'
import { lazily } from '../shell/lazily.tsx'
import type { RangeProps } from '../widgets/date-edit.tsx'
import { LinkPicker } from '../widgets/LinkPicker.tsx'
import { words } from '../words.ts'
import { chosen, isRange, type ListQuery } from './query.ts'

interface FilterEditProps {
  readonly shown: Shown
  readonly query: ListQuery
  readonly refs: Refs
  readonly onChange: (keys: Query) => void
}

const RangePicker = lazily<RangeProps>(() => import('../widgets/date-edit.tsx').then((m) => m.EditRange))

/** What a chip opens: boxes to tick, records to pick, or a range of dates. */
export function FilterEdit(props: FilterEditProps) {
  const { kind } = props.shown
  if (isRange(kind)) return <Range {...props} />
  return kind === 'link' || kind === 'links' ? <Links {...props} /> : <Boxes {...props} />
}

function Boxes({ shown, query, onChange }: FilterEditProps) {
  const say = useSay()
  const values =
    shown.kind === 'flag'
      ? [
          { value: 'true', label: say(words.yes) },
          { value: 'false', label: say(words.no) },
        ]
      : Object.entries(shown.choices ?? {}).map(([value, label]) => ({ value, label: say(label) }))
  return (
    <Checkbox.Group
      className="ts-boxes"
      options={values}
      value={chosen(query, shown.name) ?? []}
      onChange={(next) => onChange({ [shown.name]: next.length > 0 ? next.join(',') : undefined })}
    />
  )
}

function Links({ shown, query, refs, onChange }: FilterEditProps) {
  const say = useSay()
  const now = chosen(query, shown.name) ?? []
  const none = now.includes('')
  return (
    <div className="ts-filter-links">
      <LinkPicker
        to={String(shown.to)}
        refs={refs}
        multiple
        autoFocus
        value={now.filter(Boolean)}
        onChange={(ids) => onChange({ [shown.name]: ids.length > 0 ? ids.join(',') : undefined })}
      />
      <Checkbox checked={none} onChange={() => onChange({ [shown.name]: none ? undefined : '' })}>
        {say(words.filterNone)}
      </Checkbox>
    </div>
  )
}

function Range({ shown, query, onChange }: FilterEditProps) {
  const say = useSay()
  const isInstant = shown.kind === 'instant'
  const { [`${shown.name}.from`]: from, [`${shown.name}.to`]: to } = query
  const set = (first: string | undefined, last: string | undefined) =>
    onChange({
      [`${shown.name}.from`]: first && (isInstant ? startOfDate(first) : first),
      [`${shown.name}.to`]: last && (isInstant ? endOfDate(last) : last),
    })
  const back = (days: number) => () => {
    const now = Date.now()
    set(dateOf(new Date(now - days * 86_400_000)), dateOf(new Date(now)))
  }
  const day = (value: string | undefined) => value && (isInstant ? dateOf(value) : value)
  return (
    <div className="ts-filter-range">
      <RangePicker from={day(from)} to={day(to)} onChange={set} />
      <div>
        <Button size="small" onClick={back(0)}>
          {say(words.today)}
        </Button>
        <Button size="small" onClick={back(6)}>
          {say(words.last7)}
        </Button>
        <Button size="small" onClick={back(29)}>
          {say(words.last30)}
        </Button>
      </div>
    </div>
  )
}
