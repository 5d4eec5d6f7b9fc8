import { say, type Words } from '../../record/words.ts'
import type { Letter } from './sender.ts'

/** A text without line ends and control characters, for what is one line by its nature: a subject, a title. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** At most so many UTF-16 units, ended by "…" where it is cut; never half a character. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`

const ellipsisBytes = bytesOf('…')

/** At most so many bytes of UTF-8, ended by "…" where it is cut; never half a character. */
export function cutBytes(text: string, most: number): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= most) return text
  // A decoder that waits for more keeps back what is half a character.
  return `${new TextDecoder().decode(bytes.subarray(0, Math.max(0, most - ellipsisBytes)), { stream: true })}…`
}

/** How long a text is in UTF-8. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}

/**
 * What is built of a text, within so many bytes: where it is longer, so much is taken off the text's end. Whatever `build` does to
 * a text, it must make no byte of it disappear.
 */
export function fitted(text: string, most: number, build: (text: string) => string): string {
  const whole = build(text)
  const over = bytesOf(whole) - most
  return over <= 0 ? whole : build(cutBytes(text, bytesOf(text) - over))
}

const mostInSms = 500

/** What goes out by SMS: the subject and, never cut, the link. At most 500 characters. */
export function smsText({ subject, link }: Letter): string {
  const tail = link === null ? '' : ` ${link}`
  return tail.length >= mostInSms
    ? cut(oneLine(subject), mostInSms)
    : cut(oneLine(subject), mostInSms - tail.length) + tail
}

const open: Words = ['查看', 'Open']

/** What the link is called where it is a button. */
export const openLabel = ({ lang }: Letter): string => say(open, lang)

/** An outsider's words as they are kept: one line, and no more than a few. */
export const gist = (text: string): string => cut(oneLine(text), 300)

/** What a fault of the net says of itself. One that was met at several addresses has a code and no words. */
export const wordsOf = (error: Error): string =>
  gist(error.message || String('code' in error ? error.code : error.name))
