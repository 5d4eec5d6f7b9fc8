/**
 * A person named in a comment stands in its text as `@[陈志远](person:0199…)`: the name as it was, and who is meant.
 */
const mention = /@\[([^\]\n]{1,100})\]\(person:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/gi

export interface Mention {
  readonly id: string
  readonly name: string
}

/** A text in order: words as they are, and the persons named between them. */
export function partsOf(text: string): (string | Mention)[] {
  const parts: (string | Mention)[] = []
  let end = 0
  for (const found of text.matchAll(mention)) {
    if (found.index > end) parts.push(text.slice(end, found.index))
    parts.push({ name: found[1] as string, id: (found[2] as string).toLowerCase() })
    end = found.index + found[0].length
  }
  if (end < text.length) parts.push(text.slice(end))
  return parts
}

/** Whom a text names, each once. */
export const mentionedIn = (text: string): string[] => [
  ...new Set(partsOf(text).flatMap((part) => (typeof part === 'string' ? [] : [part.id]))),
]

/** How a person is named in a text; brackets in a name would end it early. */
export const mentionOf = ({ id, name }: Mention): string => `@[${name.replace(/[[\]\n]/g, ' ').trim()}](person:${id})`

/** The text with each mention made anew by `of`: the person's present name, or nothing to leave plain words. */
export const renamed = (text: string, of: (id: string) => string | undefined): string =>
  partsOf(text)
    .map((part) => {
      if (typeof part === 'string') return part
      const name = of(part.id)
      return name === undefined ? `@${part.name}` : mentionOf({ id: part.id, name })
    })
    .join('')
