import type { Entry } from '../../record/registry.ts'
import type { Lang, Words } from '../../record/words.ts'
import type { Comment, JournalEntry, Refs } from '../client/types.ts'
import { shownOf, textOf } from '../format/value.ts'
import { words } from '../words.ts'

export type Moment =
  | { readonly kind: 'comment'; readonly id: string; readonly at: string; readonly comment: Comment }
  | { readonly kind: 'change'; readonly id: string; readonly at: string; readonly entry: JournalEntry }

/**
 * Comments and journal as one line of time, newest first. While older journal pages are not loaded, comments from
 * before the oldest loaded entry wait for them, so that nothing appears later in between.
 */
export function timelineOf(journal: readonly JournalEntry[], comments: readonly Comment[], isWhole: boolean): Moment[] {
  const oldest = journal.at(-1)?.at ?? ''
  const moments: Moment[] = [
    ...journal.map((entry) => ({ kind: 'change' as const, id: entry.id, at: entry.at, entry })),
    ...comments
      .filter(({ at }) => isWhole || at >= oldest)
      .map((comment) => ({ kind: 'comment' as const, id: comment.id, at: comment.at, comment })),
  ]
  return moments.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

export interface Change {
  readonly label: string
  readonly before: string
  readonly after: string
  /** Long texts get a line of their own. */
  readonly isLong: boolean
}

/** What an entry changed, in words; the state comes first, stamps of the record itself are left out. */
export function changesOf(entry: Entry, { changes }: JournalEntry, refs: Refs, lang: Lang): Change[] {
  const names = Object.keys(changes).filter((name) => !['version', 'updatedAt', 'updatedBy', 'id'].includes(name))
  names.sort((a, b) => Number(b === 'state') - Number(a === 'state'))
  return names.map((name) => {
    const shown = shownOf(entry, name)
    const [before, after] = (changes[name] ?? [null, null]).map((value) => textOf(shown, value, lang, refs))
    const isLong = shown?.kind === 'prose' || shown?.kind === 'json' || (after?.length ?? 0) > 60
    return {
      label: shown ? shown.label[lang === 'zh' ? 0 : 1] : name,
      before: before ?? '',
      after: after ?? '',
      isLong,
    }
  })
}

/** The words of what was done: a verb of the record's own, else what every record has. */
export function doneWords({ words: own }: Entry, verb: string): Words {
  const ofRecord = (own.verbs as Record<string, Words>)[verb]
  if (ofRecord) return ofRecord
  if (verb === 'create') return words.created
  return verb === 'update' ? words.changed : [verb, verb]
}
