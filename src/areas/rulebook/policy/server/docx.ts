import { readWholeXml } from '../../../../platform/transfer/sheet/xml.ts'
import { broken, type Part, partsOf } from '../../../../platform/transfer/sheet/zip.ts'
import { numeralOf } from '../document.rules.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** `第%1条`, `%1.%2`. */
  readonly text: string
}

/** Which list a paragraph belongs to, and how deep. */
interface Numbered {
  readonly list: string
  readonly level: number
}

/**
 * The paragraphs of a DOCX file as a reader sees them: numbers that the word processor draws by itself are part of the text.
 * What was deleted with changes tracked is not read, nor what stands there twice for older programs.
 */
export async function docxLines(bytes: Buffer): Promise<string[]> {
  const parts = partsOf(bytes)
  const body = parts.get('word/document.xml')
  if (!body) throw broken()
  const [lists, styles] = await Promise.all([
    listsIn(bytes, parts.get('word/numbering.xml')),
    stylesIn(bytes, parts.get('word/styles.xml')),
  ])
  const count = counter(lists)
  const lines: string[] = []
  let text = ''
  let own: { list?: string; level?: number; style?: string } = {}
  let [isText, fallback] = [false, 0]
  await readWholeXml(bytes, body, {
    open(name, attributes) {
      if (name === 'Fallback') fallback++
      if (fallback > 0) return
      if (name === 'p') [text, own] = ['', {}]
      else if (name === 't') isText = true
      else if (name === 'tab') text += ' '
      else if (name === 'br' || name === 'cr') text += '\n'
      else if (name === 'numId') own.list = valueIn(attributes)
      else if (name === 'ilvl') own.level = Number(valueIn(attributes))
      else if (name === 'pStyle') own.style = valueIn(attributes)
    },
    text(piece) {
      if (isText && fallback === 0) text += piece
    },
    close(name) {
      if (name === 'Fallback') fallback--
      if (name === 't') isText = false
      if (name !== 'p' || fallback > 0) return
      const style = own.style ? styles.get(own.style) : undefined
      const list = own.list ?? style?.list
      const mark = list && text.trim() ? count({ list, level: own.level ?? style?.level ?? 0 }) : ''
      lines.push(...`${mark}${mark ? ' ' : ''}${text}`.split('\n'))
      text = ''
    },
  })
  return lines
}

const valueIn = (attributes: Readonly<Record<string, string>>): string => attributes['w:val'] ?? ''

/** The levels of each list by its id. */
async function listsIn(bytes: Buffer, part: Part | undefined): Promise<ReadonlyMap<string, readonly Level[]>> {
  const shapes = new Map<string, Level[]>()
  const lists = new Map<string, readonly Level[]>()
  let [shape, list] = ['', '']
  let level = { start: 1, format: 'decimal', text: '' }
  if (part)
    await readWholeXml(bytes, part, {
      open(name, attributes) {
        if (name === 'abstractNum') shape = attributes['w:abstractNumId'] ?? ''
        else if (name === 'num') list = attributes['w:numId'] ?? ''
        else if (name === 'abstractNumId') lists.set(list, shapes.get(valueIn(attributes)) ?? [])
        else if (name === 'lvl') level = { start: 1, format: 'decimal', text: '' }
        else if (name === 'start') level.start = Number(valueIn(attributes))
        else if (name === 'numFmt') level.format = valueIn(attributes)
        else if (name === 'lvlText') level.text = valueIn(attributes)
      },
      close(name) {
        if (name === 'lvl') shapes.set(shape, [...(shapes.get(shape) ?? []), level])
      },
    })
  return lists
}

/** Styles whose paragraphs are numbered. */
async function stylesIn(bytes: Buffer, part: Part | undefined): Promise<ReadonlyMap<string, Numbered>> {
  const styles = new Map<string, Numbered>()
  let style = ''
  let numbered = { list: '', level: 0 }
  if (part)
    await readWholeXml(bytes, part, {
      open(name, attributes) {
        if (name === 'style') [style, numbered] = [attributes['w:styleId'] ?? '', { list: '', level: 0 }]
        else if (name === 'numId') numbered.list = valueIn(attributes)
        else if (name === 'ilvl') numbered.level = Number(valueIn(attributes))
      },
      close(name) {
        if (name === 'style' && numbered.list) styles.set(style, numbered)
      },
    })
  return styles
}

/** Counts paragraphs of lists in their order, and says what is drawn before each. Lists of one shape count on together. */
function counter(lists: ReadonlyMap<string, readonly Level[]>): (one: Numbered) => string {
  const counts = new Map<readonly Level[], number[]>()
  return ({ list, level }) => {
    const levels = lists.get(list)
    const shape = levels?.[level]
    if (!levels || !shape || shape.format === 'bullet' || shape.format === 'none') return ''
    const at = counts.get(levels) ?? []
    at[level] = (at[level] ?? shape.start - 1) + 1
    at.length = level + 1
    counts.set(levels, at)
    return shape.text.replaceAll(/%(\d)/g, (_all, n: string) => {
      const of = levels[Number(n) - 1]
      return of ? drawn(at[Number(n) - 1] ?? of.start, of.format) : ''
    })
  }
}

const drawn = (n: number, format: string): string =>
  /chinese|japanese|ideograph|taiwanese/i.test(format)
    ? numeralOf(n)
    : format === 'upperLetter'
      ? String.fromCharCode(64 + n)
      : format === 'lowerLetter'
        ? String.fromCharCode(96 + n)
        : String(n)
