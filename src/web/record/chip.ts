import type { Lang } from '../../record/words.ts'
import type { Refs } from '../client/types.ts'
import { dateOf } from '../format/time.ts'
import { type Shown, textOf } from '../format/value.ts'
import { words } from '../words.ts'
import { chosen, isRange, keysOf, type ListQuery } from './query.ts'

/** What a chip says of its filter: values by their words, a range by its dates. */
export function chipText(shown: Shown, query: ListQuery, refs: Refs, lang: Lang): string {
  if (isRange(shown.kind)) {
    const [from, to] = keysOf(shown).map((key) => query[key] && dayOf(shown, query[key]))
    return from === to ? (from ?? '') : `${from ?? ''} – ${to ?? ''}`
  }
  const one = shown.kind === 'links' ? { ...shown, kind: 'link' as const } : shown
  return (chosen(query, shown.name) ?? [])
    .map((value) => (value === '' ? words.filterNone[lang === 'zh' ? 0 : 1] : flagOr(one, value, refs, lang)))
    .join(', ')
}

const flagOr = (shown: Shown, value: string, refs: Refs, lang: Lang) =>
  textOf(shown, shown.kind === 'flag' ? value === 'true' : value, lang, refs)

const dayOf = (shown: Shown, value: string) => (shown.kind === 'instant' ? dateOf(value) : value)
