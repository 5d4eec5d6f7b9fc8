import { fileTypeFromBuffer } from 'file-type'

/** What a browser may show in place: types that hold pictures or pages and are known by their first bytes alone. */
const shown = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']

export const mayShow = (mediaType: string): boolean => shown.includes(mediaType)

/** So many bytes from a file's beginning tell its type. */
export const headBytes = 64 * 1024

/**
 * The type of a file as its bytes say it, whatever its name or its sender call it. Text is told from bytes; what looks like a
 * page or a drawing that may run scripts is called so, and is never shown in place.
 */
export async function mediaTypeOf(head: Uint8Array, name: string): Promise<string> {
  const text = textOf(head)
  // The mark of UTF-16 looks like the beginning of some music.
  const known = text !== undefined && utf16Of(head) ? undefined : await fileTypeFromBuffer(head)
  // SVG is XML by its first bytes; which kind stands further in.
  if (known && known.mime !== 'application/xml') return known.mime
  if (text === undefined) return 'application/octet-stream'
  return markupOf(text) ?? known?.mime ?? (isTable(text, name) ? 'text/csv' : 'text/plain')
}

/** The bytes as text, in UTF-8, UTF-16 with its mark, or GB 18030; undefined where they are none of these. */
function textOf(bytes: Uint8Array): string | undefined {
  const utf16 = utf16Of(bytes)
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of them, and that is how it is told.
    if (text !== undefined && !/[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]/.test(text)) return text
  }
  return undefined
}

const utf16Of = ([a, b]: Uint8Array): string | undefined =>
  a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    // `stream`: a letter may be cut at the end of the head.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch (error) {
    if (error instanceof TypeError) return undefined // not in this encoding
    throw error
  }
}

function markupOf(text: string): string | undefined {
  if (/<svg[\s>/]/i.test(text)) return 'image/svg+xml'
  if (
    /<(!doctype\s+html|html|head|body|script|iframe|img|style|title|table|form|meta|link|object|embed)[\s>/]/i.test(
      text,
    )
  )
    return 'text/html'
  return /^\s*<\?xml[\s?]/i.test(text) ? 'application/xml' : undefined
}

/** Named as a table, and every line parted as the first is. */
function isTable(text: string, name: string): boolean {
  if (!/\.(csv|tsv)$/i.test(name)) return false
  const [first = '', ...others] = text.split(/\r?\n/).filter((line) => line !== '')
  const sign = [',', ';', '\t'].find((one) => first.includes(one))
  return sign !== undefined && others.slice(0, 20).every((line) => line.includes(sign))
}
