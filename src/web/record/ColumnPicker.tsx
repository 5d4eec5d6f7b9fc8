import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { type RefObject, useEffect, useState } from 'react'
import type { Entry } from '../../record/registry.ts'
import { columnsOf } from '../context.ts'
import { type Shown, shownOf } from '../format/value.ts'
import type { WebArea } from '../plugin.ts'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import { fitColumns } from './widths.ts'

interface Columns {
  readonly shown: readonly Shown[]
  readonly choose: (names: readonly string[] | undefined) => void
}

/**
 * The columns of a list: a person's own choice in this browser, else what the area or the declaration gives, as many
 * of them as there is room for.
 */
export function useColumns(areas: readonly WebArea[], entry: Entry, scroller: RefObject<HTMLElement | null>): Columns {
  const say = useSay()
  const stored = `touchstone.columns.${entry.record.name}`
  const [own, setOwn] = useState<readonly string[] | undefined>(() => {
    const kept = localStorage.getItem(stored)
    return kept ? (JSON.parse(kept) as string[]) : undefined
  })
  const room = useWidth(scroller)
  const choose = (names: readonly string[] | undefined) => {
    if (names) localStorage.setItem(stored, JSON.stringify(names))
    else localStorage.removeItem(stored)
    setOwn(names)
  }
  const columns = (own ?? columnsOf(areas, entry))
    .map((name) => shownOf(entry, name))
    .filter((one): one is Shown => one !== undefined)
  return { shown: own ? columns : fitColumns(columns, entry.record.label, room, say), choose }
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    if (element.current) watch.observe(element.current)
    return () => watch.disconnect()
  }, [element])
  return width
}

export function ColumnPicker({ entry, columns }: { entry: Entry; columns: Columns }) {
  const say = useSay()
  const all = [
    'number',
    entry.record.label,
    'state',
    ...Object.keys(entry.record.fields),
    'createdAt',
    'createdBy',
    'updatedAt',
  ]
  const offered = [...new Set(all)].map((name) => shownOf(entry, name)).filter((one): one is Shown => one !== undefined)
  const content = (
    <div className="ts-columns">
      <Checkbox.Group
        value={columns.shown.map(({ name }) => name)}
        onChange={(names) => columns.choose(offered.map(({ name }) => name).filter((name) => names.includes(name)))}
        options={offered.map(({ name, label }) => ({
          value: name,
          label: say(label),
          disabled: name === 'number' || name === entry.record.label,
        }))}
      />
      <Button type="link" size="small" onClick={() => columns.choose(undefined)}>
        {say(words.columnsReset)}
      </Button>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight" title={say(words.columns)}>
      <Button icon={<SettingOutlined />} aria-label={say(words.columns)} />
    </Popover>
  )
}
