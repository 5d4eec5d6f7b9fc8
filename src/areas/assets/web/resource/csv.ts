import { say as inLang, type Lang, type Words } from '../../../../record/words.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { verdictWords } from '../../resource/resource.rules.ts'
import type { Resource } from '../../resource/shape.rules.ts'
import { resourceWords as words } from './words.ts'

type Column = readonly [Words, (one: Resource, say: (pair: Words) => string) => string | number | null]

/** The list as a spreadsheet reads it: UTF-8 with its mark, every text quoted, none of them a formula. */
export function csvOf({ items, refs }: { items: readonly Resource[]; refs: Refs }, lang: Lang): string {
  const say = (pair: Words) => inLang(pair, lang)
  const name = (id: string | null) => (id && refs[id]?.label) ?? ''
  const columns: readonly Column[] = [
    [['资产编号', 'Tag'], (one) => one.tag],
    [words.asset, (one) => one.name],
    [words.of.category, (one) => name(one.category)],
    [words.of.model, (one) => name(one.model)],
    [words.of.department, (one) => name(one.department)],
    [words.verdict, (one) => say(verdictWords[one.verdict])],
    [words.why, (one) => one.reasons.map((reason) => say(reason.words)).join('; ')],
    [words.age, ({ figures }) => figures.ageMonths],
    [words.use, ({ figures }) => figures.use],
    [words.failures, ({ figures }) => figures.failures],
    [words.repairs, ({ figures }) => figures.repairs],
    [['维修响应(分钟)', 'Repair response (minutes)'], ({ figures }) => figures.responseMinutes],
    [words.cost, ({ figures }) => figures.cost],
    [words.bookValue, ({ figures }) => figures.bookValue],
    [words.spentYear, ({ figures }) => figures.spentYear],
    [words.costYear, ({ figures }) => figures.costYear],
    [words.warranty, ({ figures }) => figures.warrantyUntil],
    [words.support, ({ figures }) => figures.supportUntil],
  ]
  const lines = [
    columns.map(([label]) => say(label)),
    ...items.map((one) => columns.map(([, value]) => value(one, say))),
  ]
  return `\ufeff${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Numbers stand as they are; a text that would be taken for a formula is led by an apostrophe. */
export function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Math.round(value * 100) / 100)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

/** Hands a text to the browser as a file. */
export function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
