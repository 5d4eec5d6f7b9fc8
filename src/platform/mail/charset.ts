import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/**
 * Old Chinese programs write letters that their label does not have, or no label at all: `gb2312` and `gbk` are read as
 * GB 18030, which holds both, and bytes of headers that are no UTF-8 as the declared charset or else as GB 18030. Nothing but header
 * lines is changed, of the message and of its parts; a body that says nothing of its letters gets the label it lacks.
 */
export function mendCharsets(raw: Buffer): Buffer {
  const pieces: Buffer[] = []
  const boundaries = new Set<string>()
  let at = 0
  while (at < raw.length) {
    const bodyAt = bodyOf(raw, at)
    const head = raw.toString('latin1', at, bodyAt)
    for (const boundary of boundariesIn(head)) boundaries.add(boundary)
    const next = nextHead(raw, bodyAt, boundaries)
    const body = raw.subarray(bodyAt, next)
    pieces.push(mendedHead(head, at === 0 && boundaries.size === 0 && lacksLabel(head) && !isUtf8(body)), body)
    at = next
  }
  return Buffer.concat(pieces)
}

/** Where the body begins that belongs to the head at `at`: after its first empty line. */
function bodyOf(raw: Buffer, at: number): number {
  for (let line = at; line < raw.length; ) {
    const end = raw.indexOf(10, line)
    if (end === -1) break
    if (end === line || (end === line + 1 && raw[line] === 13)) return end + 1
    line = end + 1
  }
  return raw.length
}

/** Where the next part's head begins: after a line that is one of the boundaries. */
function nextHead(raw: Buffer, from: number, boundaries: ReadonlySet<string>): number {
  if (boundaries.size === 0) return raw.length
  for (let at = from; at < raw.length; ) {
    const dashes = raw.indexOf('--', at, 'latin1')
    if (dashes === -1) break
    const end = raw.indexOf(10, dashes)
    if (end === -1) break
    const starts = dashes === from || raw[dashes - 1] === 10
    // RFC 2046: at most seventy characters, and spaces a gateway may have added.
    if (starts && end - dashes < 100 && boundaries.has(raw.toString('latin1', dashes + 2, end).trimEnd()))
      return end + 1
    at = end + 1
  }
  return raw.length
}

const boundariesIn = (head: string): string[] =>
  [...head.matchAll(/boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').trimEnd(),
  )

const lacksLabel = (head: string): boolean =>
  !/charset\s*=/i.test(head) &&
  !/^content-transfer-encoding:\s*(base64|quoted-printable)/im.test(head) &&
  (!/^content-type:/im.test(head) || /^content-type:\s*text\/plain\s*$/im.test(head))

const old = '(?:x-)?(?:gb_?2312(?:-80)?|gbk|csgb2312|euc-?cn|cp936|ms936|windows-936)'
const labels = [
  new RegExp(String.raw`(=\?)${old}(?=(?:\*[\w-]{1,20})?\?[bq]\?)`, 'gi'),
  new RegExp(String.raw`(charset\s*=\s*"?)${old}(?=["\s;]|$)`, 'gim'),
  new RegExp(String.raw`(\*(?:0\*)?\s*=\s*"?)${old}(?=')`, 'gi'),
]

function mendedHead(head: string, unlabelled: boolean): Buffer {
  const labelled = unlabelled ? `Content-Type: text/plain; charset=gb18030\r\n${withoutType(head)}` : head
  const renamed = labels.reduce((text, label) => text.replace(label, '$1gb18030'), labelled)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a head of plain letters is done.
  if (/^[\x00-\x7f]*$/.test(renamed)) return Buffer.from(renamed, 'latin1')
  const declared = /charset\s*=\s*"?([\w-]{1,40})/i.exec(renamed)?.[1] ?? 'gb18030'
  const charset = /^utf-?8$/i.test(declared) || !iconv.encodingExists(declared) ? 'gb18030' : declared
  const lines = renamed.split(/(?<=\n)/).map((line) => {
    const bytes = Buffer.from(line, 'latin1')
    return isUtf8(bytes) ? bytes : Buffer.from(iconv.decode(bytes, charset))
  })
  return Buffer.concat(lines)
}

const withoutType = (head: string): string => head.replace(/^content-type:[^\n]*\n/im, '')
