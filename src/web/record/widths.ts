import type { Words } from '../../record/words.ts'
import type { Shown } from '../format/value.ts'

/** The name of a record takes what is left of a list's width, and never less than this. */
export const labelWidth = 180

/** The column of boxes to tick. */
export const tickWidth = 34

const widths: Partial<Record<Shown['kind'], number>> = {
  number: 72,
  flag: 56,
  date: 96,
  'trading-day': 96,
  instant: 132,
  link: 116,
  text: 124,
}

/** The sign before a state or a choice that has a tone. */
const markWidth = 16

/** A column's width in pixels: what its kind or its longest word needs, and its heading. */
export function widthOf({ name, kind, sort, label, choices }: Shown, say: (pair: Words) => string): number {
  const own = name === 'number' ? 148 : (widths[kind] ?? 140) + (name === 'dueAt' ? markWidth : 0)
  const needed = choices
    ? Math.max(...Object.values(choices).map((word) => textWidth(say(word), 13))) + markWidth + 16
    : own
  return Math.max(Math.min(needed, 180), textWidth(say(label), 12) + (sort ? 30 : 16))
}

/** As many columns as there is room for: the last of those that only help go first, never a name, a state or a date. */
export function fitColumns(
  columns: readonly Shown[],
  label: string,
  room: number,
  say: (pair: Words) => string,
): Shown[] {
  const fitting = [...columns]
  const needed = () => fitting.reduce((sum, one) => sum + (one.name === label ? labelWidth : widthOf(one, say)), 0)
  const staying = ['number', label, 'state', 'createdAt']
  while (needed() > room) {
    const last = fitting.findLastIndex(({ name }) => !staying.includes(name))
    if (last < 0) break
    fitting.splice(last, 1)
  }
  return fitting
}

/** About how wide a text is: Chinese characters are square, Latin letters a little over half. */
const textWidth = (text: string, size: number): number =>
  Math.ceil([...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? size : size * 0.57), 0))
