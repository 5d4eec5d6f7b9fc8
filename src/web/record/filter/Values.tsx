import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Words } from '../../../record/words.ts'
import type { Refs } from '../../client/types.ts'
import type { Shown } from '../../format/value.ts'
import { useSay } from '../../shell/lang.tsx'
import { LinkPicker } from '../../widgets/LinkPicker.tsx'
import { words as common } from '../../words.ts'
import { words } from '../list.words.ts'

interface ValuesProps {
  readonly shown: Shown
  readonly values: readonly string[]
  readonly refs: Refs
  readonly onChange: (values: readonly string[]) => void
}

/** Values of a filter: boxes to tick, records to pick, or a text. */
export function Values(props: ValuesProps) {
  switch (props.shown.kind) {
    case 'link':
    case 'links':
      return <Links {...props} />
    case 'text':
      return <Texts {...props} />
    default:
      return <Boxes {...props} />
  }
}

function Boxes({ shown, values, onChange }: ValuesProps) {
  const say = useSay()
  const isFlag = shown.kind === 'flag'
  const offered: [string, Words][] = isFlag
    ? [
        ['true', common.yes],
        ['false', common.no],
      ]
    : Object.entries(shown.choices ?? {})
  return (
    <Checkbox.Group
      className="ts-boxes"
      options={offered.map(([value, label]) => ({ value, label: say(label) }))}
      value={[...values]}
      // Both of a flag would be neither: the last one ticked is meant.
      onChange={(next) => onChange(isFlag ? next.slice(-1) : next)}
    />
  )
}

/** Whoever reads is a value of their own: one view serves many. */
const readers: Readonly<Record<string, readonly [value: string, words: Words]>> = {
  person: ['@me', words.me],
  team: ['@team', words.myTeam],
}

function Links({ shown, values, refs, onChange }: ValuesProps) {
  const say = useSay()
  const reader = readers[String(shown.to)]
  const own = reader && values.includes(reader[0])
  const picked = values.filter((value) => value !== reader?.[0])
  return (
    <div className="ts-filter-links">
      {reader && (
        <Checkbox checked={own ?? false} onChange={() => onChange(own ? picked : [...picked, reader[0]])}>
          {say(reader[1])}
        </Checkbox>
      )}
      <LinkPicker
        to={String(shown.to)}
        refs={refs}
        multiple
        autoFocus
        label={say(shown.label)}
        value={picked}
        onChange={(ids) => onChange(own && reader ? [...ids, reader[0]] : ids)}
      />
    </div>
  )
}

/** Taken over when the box is left or Enter is pressed: half a text matches nothing. */
function Texts({ shown, values, onChange }: ValuesProps) {
  const say = useSay()
  const [typed, setTyped] = useState(values.join(', '))
  const take = () =>
    onChange(
      typed
        .split(/[,,]/)
        .map((one) => one.trim())
        .filter(Boolean),
    )
  return (
    <Input
      autoFocus
      value={typed}
      aria-label={say(shown.label)}
      placeholder={say(words.exactText)}
      onChange={({ target }) => setTyped(target.value)}
      onPressEnter={take}
      onBlur={take}
    />
  )
}
