import { say, type Words } from '../../record/words.ts'
import type { Letter } from './sender.ts'

/** A text without line ends and control characters, for what is one line by its nature: a subject, a title. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** At most so many UTF-16 units, ended by "…" where it is cut; never half a character. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`

/** What is built of a text, in at most so many bytes of UTF-8: of a text too long for it, the longest beginning that fits. */
export function fitted(text: string, most: number, build: (text: string) => string): string {
  const fits = (length: number) => Buffer.byteLength(build(cut(text, length))) <= most
  let [shortest, longest] = [0, text.length]
  while (shortest < longest) {
    const middle = Math.ceil((shortest + longest) / 2)
    if (fits(middle)) shortest = middle
    else longest = middle - 1
  }
  return build(cut(text, shortest))
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
