import { type ParsedMail, type SimpleParserOptions, simpleParser } from 'mailparser'
import { type Automatic, automaticOf, type HeaderValues } from './automatic.ts'
import { mendCharsets } from './charset.ts'

/** The most bytes a mail may have, its files among them. */
export const mostMailBytes = 25 * 1024 ** 2

/** What is read of a mail. Texts have neither NUL nor other letters that nobody sees, lines end with `\n`. */
export interface Mail {
  /** Who says to have written it, the address in small letters; null where it names nobody, or more than one. */
  readonly from: { readonly address: string; readonly name: string } | null
  readonly subject: string
  /** The plain text, or what the HTML says where there is none; quotes and all. */
  readonly text: string
  /** When its sender says it was written, UTC; null where that is no date. */
  readonly date: string | null
  /** With its angle brackets. */
  readonly messageId: string | null
  /** The ids of what it answers, the nearest first. */
  readonly answers: readonly string[]
  readonly files: readonly MailFile[]
  readonly automatic: Automatic | null
  readonly headers: HeaderValues
}

export interface MailFile {
  readonly name: string
  readonly content: Buffer
}

/** A mail that cannot be read, or is built so that one should not try; it says why. */
export class BadMail extends Error {
  override readonly name = 'BadMail'
}

/** Beyond these nobody writes a mail. */
const mostHeadBytes = 256 * 1024
const mostParts = 200
const mostLevels = 100
const mostHtml = 4 * 1024 ** 2
const mostText = 200_000
const mostAnswers = 50

/** Reads one mail as it came over the wire. Throws `BadMail` for what is too large, nested or broken to be one. */
export async function parseMail(raw: Buffer): Promise<Mail> {
  if (raw.length > mostMailBytes) throw new BadMail(`More than ${mostMailBytes / 1024 ** 2} MB`)
  const parsed = await parsedOf(mendCharsets(raw))
  const headers = valuesOf(parsed)
  if (!['from', 'subject', 'date', 'message-id', 'received', 'to'].some((name) => headers.has(name)))
    throw new BadMail('No header of a mail')
  const subject = oneLine(parsed.subject ?? '')
  return {
    from: senderOf(parsed),
    subject,
    text: clean((parsed.text ?? '').slice(0, mostText)),
    date: dateOf(headers),
    messageId: idsIn(headers.get('message-id')?.[0] ?? '')[0] ?? null,
    answers: answersOf(headers),
    files: parsed.attachments.map(({ filename, contentType, content }, i) => ({
      name: filename || `${i + 1}${endingOf(contentType)}`,
      content,
    })),
    automatic: automaticOf(headers, subject),
    headers,
  }
}

const options: SimpleParserOptions = {
  skipTextToHtml: true,
  skipImageLinks: true,
  keepCidLinks: true,
  // A mail within a mail stays a file: what it says is not said by whoever sends it on.
  ignoreEmbedded: true,
  checksumAlgo: false,
  maxHtmlLengthToParse: mostHtml,
  maxHeadSize: mostHeadBytes,
  maxChildNodes: mostParts,
}

async function parsedOf(raw: Buffer): Promise<ParsedMail> {
  refuseDeep(raw)
  try {
    return await simpleParser(raw, options)
  } catch (error) {
    throw new BadMail(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** Each part that holds others names its kind: so many are never within each other. */
function refuseDeep(raw: Buffer): void {
  let levels = 0
  for (const _ of raw.toString('latin1').matchAll(/^content-type:\s*multipart\//gim))
    if (++levels > mostLevels) throw new BadMail('Parts within parts without end')
}

function valuesOf({ headerLines }: ParsedMail): HeaderValues {
  const values = new Map<string, string[]>()
  for (const { key, line } of headerLines ?? []) {
    const value = line.slice(line.indexOf(':') + 1).replace(/\r?\n\s*/g, ' ')
    const known = values.get(key)
    if (known) known.push(value.trim())
    else values.set(key, [value.trim()])
  }
  return values
}

function senderOf({ from, headerLines }: ParsedMail): Mail['from'] {
  const [one, ...others] = from?.value.flatMap((some) => some.group ?? [some]) ?? []
  if (!one?.address || others.length > 0 || headerLines.filter(({ key }) => key === 'from').length > 1) return null
  const address = oneLine(one.address).toLowerCase()
  return /^[^\s@]+@[^\s@]+$/.test(address) && address.length <= 320
    ? { address, name: oneLine(one.name).slice(0, 200) }
    : null
}

function dateOf(headers: HeaderValues): string | null {
  const at = new Date(headers.get('date')?.[0]?.replace(/\([^()]*\)/g, ' ') ?? '')
  const year = at.getUTCFullYear()
  return year >= 1970 && year < 10_000 ? at.toISOString() : null
}

/** RFC 5322: `In-Reply-To` names the mail that is answered, `References` ends with it. */
function answersOf(headers: HeaderValues): string[] {
  const named = ['in-reply-to', 'references'].map((name) => idsIn((headers.get(name) ?? []).join(' ')))
  return [...new Set([...(named[0] ?? []), ...(named[1] ?? []).reverse()])].slice(0, mostAnswers)
}

const idsIn = (header: string): string[] => (header.match(/<[^<>\s]{1,298}>/g) ?? []).filter((id) => id.length <= 300)

const endings: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'text/html': '.html',
  'text/plain': '.txt',
  'text/calendar': '.ics',
}
const endingOf = (contentType: string): string => endings[contentType] ?? ''

/** Without control letters, lone surrogates and spaces at the ends of lines. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL takes no NUL, and nobody reads the others.
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
    .toWellFormed()
    .replace(/(^|[^ \t\u00a0])[ \t\u00a0]+(?=\n|$)/g, '$1')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()

const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim()
