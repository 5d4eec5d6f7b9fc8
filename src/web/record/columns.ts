import { type RefObject, useEffect, useState } from 'react'
import type { CustomField } from '../../record/custom.ts'
import type { Entry } from '../../record/registry.ts'
import { useCustomFields } from '../client/customs.ts'
import { columnsOf, useParts } from '../context.ts'
import { type Shown, shownOf, shownOfCustom } from '../format/value.ts'
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
  const customs = useCustomFields(entry.record).map(shownOfCustom)
  const columns = (chosen ?? columnsOf(areas, entry))
    .map((name) => shownOf(entry, name) ?? customs.find((one) => one.name === name))
    .filter((one): one is Shown => one !== undefined)
  return chosen ? columns : fitColumns(columns, entry.record.label, room - tickWidth, say)
}

/** Every column there is, in the order of the declaration; each of the firm's own fields is one. */
export function offeredColumns(entry: Entry, customs: readonly CustomField[]): Shown[] {
  const fields = Object.keys(entry.record.fields).filter((name) => name !== 'custom')
  const shown = (names: readonly string[]) => names.flatMap((name) => shownOf(entry, name) ?? [])
  const first = shown([...new Set(['number', entry.record.label, 'state', ...fields, 'dueAt'])])
  return [...first, ...customs.map(shownOfCustom), ...shown(['createdAt', 'createdBy', 'updatedAt', 'updatedBy'])]
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
