import { type RefObject, useEffect, useState } from 'react'
import type { Entry } from '../../record/registry.ts'
import { columnsOf, useParts } from '../context.ts'
import { type Shown, shownOf } from '../format/value.ts'
import { useSay } from '../shell/lang.tsx'
import { fitColumns, tickWidth } from './widths.ts'

/**
 * The columns of a list, in order: those chosen, else what the area or the declaration gives, as many of them as there is
 * room for.
 */
export function useColumns(
  entry: Entry,
  chosen: readonly string[] | undefined,
  scroller: RefObject<HTMLElement | null>,
): readonly Shown[] {
  const say = useSay()
  const { areas } = useParts()
  const room = useWidth(scroller)
  const columns = (chosen ?? columnsOf(areas, entry))
    .map((name) => shownOf(entry, name))
    .filter((one): one is Shown => one !== undefined)
  return chosen ? columns : fitColumns(columns, entry.record.label, room - tickWidth, say)
}

/** Every column there is, those not yet chosen in the order of the declaration. */
export function offeredColumns(entry: Entry): Shown[] {
  const names = ['number', entry.record.label, 'state', ...Object.keys(entry.record.fields), 'dueAt']
  return [...new Set([...names, 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'])]
    .map((name) => shownOf(entry, name))
    .filter((one): one is Shown => one !== undefined)
}

/** One place up or down. */
export function moved(names: readonly string[], name: string, by: 1 | -1): string[] {
  const at = names.indexOf(name)
  const to = at + by
  if (at < 0 || to < 0 || to >= names.length) return [...names]
  const next = names.filter((one) => one !== name)
  next.splice(to, 0, name)
  return next
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
