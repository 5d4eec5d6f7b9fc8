import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { badFile } from './limits.ts'
import { broken, inflate, type Part } from './zip.ts'

export interface XmlEvents {
  /** A tag with its attributes; its name without a prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Reads one part of an archive as XML, piece by piece; gives the reins back after each piece. Entities of a document's
 * own are refused: nothing is looked up, in no file and at no address.
 */
export async function* readXml(bytes: Buffer, part: Part, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false })
  parser.on('error', () => {
    throw broken()
  })
  parser.on('doctype', () => {
    throw badFile('foreign-entities', [
      '文件里有文档类型声明,正常的表格没有它,已拒绝打开。',
      'The file carries a document type, which no sheet has; it was not opened.',
    ])
  })
  if (events.open) parser.on('opentag', (tag) => events.open?.(bare(tag.name), (tag as SaxesTagPlain).attributes))
  if (events.text) parser.on('text', (text) => events.text?.(text))
  if (events.text) parser.on('cdata', (text) => events.text?.(text))
  if (events.close) parser.on('closetag', (tag) => events.close?.(bare(tag.name)))
  const decoder = new TextDecoder()
  for await (const chunk of inflate(bytes, part)) {
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.write(decoder.decode()).close()
  yield
}

/** Reads all of it at once. */
export async function readWholeXml(bytes: Buffer, part: Part, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(bytes, part, events)) {
    // Each piece was told to `events`.
  }
}

const bare = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** `_x000D_` in a cell's text is a character that XML cannot hold, in the spelling of spreadsheets. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** The same the other way, also for text that only looks like such a spelling. */
export const escapeText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant.
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
      return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    })
