import { type Mention, mentionOf, partsOf } from '../../../record/mention.ts'

/** A comment as it is typed: persons stand in it as `@name`, and whom a name means is kept beside it. */
export interface Draft {
  readonly text: string
  /** Ids by the names as they stand in the text. */
  readonly people: ReadonlyMap<string, string>
}

export const emptyDraft: Draft = { text: '', people: new Map() }

/** A kept text as one types it. */
export function draftOf(kept: string): Draft {
  const people = new Map<string, string>()
  const words = partsOf(kept).map((part) => {
    if (typeof part === 'string') return part
    const name = nameFor(part, people)
    people.set(name, part.id)
    return `@${name}`
  })
  return { text: words.join(''), people }
}

/** The text as it is sent: every name that means somebody with their id. */
export function keptOf({ text, people }: Draft): string {
  if (people.size === 0) return text.trim()
  // The longest first, or 李明 would be found in 李明远.
  const names = [...people.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  return text
    .replace(new RegExp(`@(${names.join('|')})`, 'gu'), (whole, name: string) => {
      const id = people.get(name)
      return id ? mentionOf({ id, name }) : whole
    })
    .trim()
}

/** A name by which only this person is meant among them: of two namesakes the second is `王强-2`. */
export function nameFor({ id, name }: Mention, people: ReadonlyMap<string, string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}-${n}`
    if ((people.get(tried) ?? id) === id) return tried
  }
}
