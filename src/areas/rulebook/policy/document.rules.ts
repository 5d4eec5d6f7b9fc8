import type { Words } from '../../../record/words.ts'

/** A clause as it was found in a document, with what a person has to see to before it can stand. */
export interface Found {
  readonly key: string
  readonly heading: string
  readonly text: string
  readonly problem: Words | null
}

export interface ReadDocument {
  readonly title: string | null
  /** What stands before the first clause: purpose and scope, as a rule. */
  readonly before: readonly string[]
  readonly clauses: readonly Found[]
}

const digits = '零一二三四五六七八九'
const numeral = '[〇零一二两三四五六七八九十百千]+|\\d+'
const marks = {
  chapter: new RegExp(`^第\\s*(${numeral})\\s*[章节編编]\\s*(.*)$`),
  article: new RegExp(`^第\\s*(${numeral})\\s*条[\\s:\uff1a]*(.*)$`),
  /** `一、` */
  part: /^([一二三四五六七八九十百]+)\s*[、.\uff0e]\s*(.*)$/,
  /** `1.1`, `1.1.2`; and `3.` or `3、` of a list without levels. */
  dotted: /^(\d{1,3}(?:[.\uff0e]\d{1,3}){1,3})[.\uff0e、]?\s*(.*)$/,
  single: /^(\d{1,3})\s*[.\uff0e、]\s*(.*)$/,
}

/** 二十三 and 23 alike; null for what is no number. */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  let [sum, last] = [0, 0]
  for (const sign of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const digit = digits.indexOf(sign)
    const unit = { 十: 10, 百: 100, 千: 1_000 }[sign]
    if (digit >= 0) last = digit
    else if (unit) {
      sum += (last || 1) * unit
      last = 0
    } else return null
  }
  return sum + last
}

/** 23 as 二十三. */
export function numeralOf(n: number): string {
  if (n < 10) return digits[n] ?? ''
  if (n >= 1_000) return String(n)
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const ten = tens === 0 ? (hundreds && ones ? '零' : '') : `${tens === 1 && !hundreds ? '' : digits[tens]}十`
  return `${hundreds ? `${digits[hundreds]}百` : ''}${ten}${ones ? digits[ones] : ''}`
}

interface Begun {
  readonly key: string
  readonly rest: string
  readonly isChapter: boolean
}

/** What a line begins, if anything. In a text that numbers articles, only those are clauses: what else is numbered is their text. */
function begunBy(line: string, hasArticles: boolean): Begun | null {
  const chapter = marks.chapter.exec(line)
  if (chapter) return begun(chapter, true)
  const article = marks.article.exec(line)
  if (article) return begun(article, false)
  if (hasArticles) return null
  const dotted = marks.dotted.exec(line)
  if (dotted) return { key: (dotted[1] ?? '').replaceAll('\uff0e', '.'), rest: dotted[2] ?? '', isChapter: false }
  const single = marks.single.exec(line)
  if (single) return begun(single, false)
  const part = marks.part.exec(line)
  return part ? begun(part, true) : null
}

const begun = ([, n = '', rest = '']: RegExpExecArray, isChapter: boolean): Begun => ({
  key: String(numberOf(n) ?? n),
  rest: rest.trim(),
  isChapter,
})

interface Open {
  key: string
  heading: string
  readonly lines: string[]
}

const longestHeading = 40
const isHeading = (text: string) =>
  text !== '' && text.length <= longestHeading && !/[。;!?\uff1b\uff01\uff1f]|[:,、\uff1a\uff0c]$/.test(text)
/** Where a clause has no heading of its own: what it begins with. */
const opening = (text: string): string => (text.split(/[。,;:\uff0c\uff1b\uff1a\n]/)[0] ?? text).slice(0, 30)

/**
 * Reads the lines of a policy as people write it: 第一章 / 第一条, 1.1, 一、 and （一）. Nothing is left out: what begins no clause
 * is part of the one before it, or stands before the first.
 */
export function readDocument(lines: readonly string[]): ReadDocument {
  const given = lines.map((line) => line.replaceAll('\u3000', ' ').trim()).filter(Boolean)
  const hasArticles = given.some((line) => marks.article.test(line))
  const found: Open[] = []
  const before: string[] = []
  let chapter: Begun | null = null
  let open: Open | null = null
  const begin = (key: string, heading: string, text: string) => {
    open = { key, heading, lines: text ? [text] : [] }
    found.push(open)
  }
  for (const line of given) {
    const starts = begunBy(line, hasArticles)
    if (starts?.isChapter) {
      chapter = starts
      open = null
    } else if (starts) {
      const [name = '', ...rest] = starts.rest.split(/\s{1,}/)
      // 第三条 资产登记 每件资产…: a short word before a space is what the clause is called.
      if (rest.length > 0 && isHeading(name) && name.length <= 16 && /[一-鿿]/.test(name))
        begin(starts.key, name, rest.join(' '))
      else if (isHeading(starts.rest)) begin(starts.key, starts.rest, '')
      else begin(starts.key, '', starts.rest)
    } else if (open) (open as Open).lines.push(line)
    else if (chapter) begin(chapter.key, chapter.rest, line)
    else before.push(line)
  }
  const [title = null, ...rest] = before
  return { title, before: rest, clauses: finished(found) }
}

const mostText = 2_000

function finished(found: readonly Open[]): Found[] {
  const seen = new Set<string>()
  return found.map(({ key, heading, lines }) => {
    const text = lines.join('\n') || heading
    const twice = seen.has(key)
    seen.add(key)
    return {
      key,
      heading: heading || opening(text),
      text,
      problem: twice
        ? [`条号 ${key} 重复。`, `Clause no. ${key} stands there twice.`]
        : text.length > mostText
          ? [`正文超过 ${mostText} 字。`, `The text is longer than ${mostText} characters.`]
          : null,
    }
  })
}
