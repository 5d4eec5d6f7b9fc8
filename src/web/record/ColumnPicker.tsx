import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import type { Entry } from '../../record/registry.ts'
import { useCustomFields } from '../client/customs.ts'
import type { Shown } from '../format/value.ts'
import { useSay } from '../shell/lang.tsx'
import { words as common } from '../words.ts'
import { moved, offeredColumns } from './columns.ts'
import { words } from './list.words.ts'

interface ColumnPickerProps {
  readonly entry: Entry
  readonly shown: readonly Shown[]
  /** The names in order, or undefined for the list's own. */
  readonly onChange: (names: readonly string[] | undefined) => void
}

/** Which columns, and in which order. Number and name stay: by them a row is known. */
export function ColumnPicker({ entry, shown, onChange }: ColumnPickerProps) {
  const say = useSay()
  const names = shown.map(({ name }) => name)
  const others = offeredColumns(entry, useCustomFields(entry.record)).filter(({ name }) => !names.includes(name))
  const stays = (name: string) => name === 'number' || name === entry.record.label
  const content = (
    <div className="ts-columns">
      <ul>
        {shown.map(({ name, label }, n) => (
          <li key={name}>
            <Checkbox
              checked
              disabled={stays(name)}
              onChange={() => onChange(names.filter((one) => one !== name))}
              className="ts-grow"
            >
              {say(label)}
            </Checkbox>
            <Move name={name} label={say(label)} by={-1} names={names} off={n === 0} onChange={onChange} />
            <Move
              name={name}
              label={say(label)}
              by={1}
              names={names}
              off={n === names.length - 1}
              onChange={onChange}
            />
          </li>
        ))}
        {others.map(({ name, label }) => (
          <li key={name}>
            <Checkbox checked={false} onChange={() => onChange([...names, name])}>
              {say(label)}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button type="link" size="small" onClick={() => onChange(undefined)}>
        {say(common.columnsReset)}
      </Button>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight" title={say(common.columns)}>
      <Button icon={<SettingOutlined />} aria-label={say(common.columns)} title={say(common.columns)} />
    </Popover>
  )
}

interface MoveProps {
  readonly name: string
  readonly label: string
  readonly by: 1 | -1
  readonly names: readonly string[]
  readonly off: boolean
  readonly onChange: (names: readonly string[]) => void
}

function Move({ name, label, by, names, off, onChange }: MoveProps) {
  const say = useSay()
  return (
    <Button
      type="text"
      size="small"
      disabled={off}
      icon={by < 0 ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
      aria-label={`${say(by < 0 ? words.moveUp : words.moveDown)} ${label}`}
      onClick={() => onChange(moved(names, name, by))}
    />
  )
}
