import type { Lang, Words } from '../../record/words.ts'
import type { Refs } from '../client/types.ts'
import { dateOf } from '../format/time.ts'
import { type Shown, textOf } from '../format/value.ts'
import { words as common } from '../words.ts'
import { dayWords, rangeWords } from './days.ts'
import { words } from './list.words.ts'
import { chosen, isRange, type ListQuery } from './query.ts'

/** What a chip says of its filter: values by their words, a range by its ends, and of what is not that it is not. */
export function chipText(shown: Shown, query: ListQuery, refs: Refs, lang: Lang): string {
  const say = (pair: Words) => pair[lang === 'zh' ? 0 : 1]
  const parts: string[] = []
  if (isRange(shown.kind)) {
    const range = rangeText(shown, query, say)
    if (range) parts.push(range)
    const by = query[`${shown.name}.not.to`]
    if (by !== undefined) parts.push(say(notByWords(endText(shown, by, say))))
  }
  const value = (one: string) => (one === '' ? say(common.filterNone) : valueText(shown, one, refs, lang, say))
  const is = chosen(query, shown.name)
  if (is) parts.push(is.map(value).join(', '))
  const not = chosen(query, `${shown.name}.not`)
  if (not) parts.push(not[0] === '' ? say(words.filled) : `${say(words.isNot)} ${not.map(value).join(', ')}`)
  return parts.join('; ')
}

function rangeText(shown: Shown, query: ListQuery, say: (pair: Words) => string): string | undefined {
  const [from, to] = [query[`${shown.name}.from`], query[`${shown.name}.to`]]
  if (from === undefined && to === undefined) return undefined
  const named = rangeWords(from, to)
  if (named) return say(named)
  const [first, last] = [from, to].map((text) => endText(shown, text, say)) as [string, string]
  if (!first || !last) return say(openWords(shown.kind === 'number', first, last))
  return first === last ? first : `${first} – ${last}`
}

function endText(shown: Shown, text: string | undefined, say: (pair: Words) => string): string {
  if (text === undefined) return ''
  const relative = dayWords(text)
  return relative ? say(relative) : shown.kind === 'instant' && text.includes('T') ? dateOf(text) : text
}

/** Later than that, or not at all. */
const notByWords = (end: string): Words => [`${end} 时仍无`, `not by ${end}`]

/** A range with one end. */
function openWords(isNumber: boolean, first: string, last: string): Words {
  if (first) return isNumber ? [`≥ ${first}`, `≥ ${first}`] : [`自 ${first}`, `from ${first}`]
  return isNumber ? [`≤ ${last}`, `≤ ${last}`] : [`至 ${last}`, `until ${last}`]
}

function valueText(shown: Shown, value: string, refs: Refs, lang: Lang, say: (pair: Words) => string): string {
  if (value === '@me') return say(words.me)
  if (value === '@team') return say(words.myTeam)
  const one = shown.kind === 'links' ? { ...shown, kind: 'link' as const } : shown
  return textOf(
    one,
    shown.kind === 'flag' ? value === 'true' : shown.kind === 'number' ? Number(value) : value,
    lang,
    refs,
  )
}
