import { fold } from '../../../record/fold.ts'

/** What a label says when it is read: an asset's own number, a place's code or number, or a tag as it stands. */
export type Code =
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'place'; readonly text: string }
  | { readonly is: 'tag'; readonly text: string }

/**
 * Reads a label. A picture code holds the address of what it is on (`https://…/assets/AST-202611-0042`, or with its tag), a bar code or
 * a keyboard the tag itself.
 */
export function readCode(read: string): Code {
  const text = fold(read)
  const [, plural, key] = /^https?:\/\/[^/]+\/(assets|locations)\/([^/?#]+)/i.exec(text) ?? []
  if (!plural || !key) return numberOr(text)
  const named = fold(decoded(key))
  return plural.toLowerCase() === 'locations' ? { is: 'place', text: named } : numberOr(named)
}

const numberOr = (text: string): Code =>
  /^AST-\d{6}-\d{4,}$/i.test(text) ? { is: 'number', text: text.toUpperCase() } : { is: 'tag', text }

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // no escape after all
  }
}
