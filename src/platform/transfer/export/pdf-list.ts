import { fault, Refusal } from '../../../record/problem.ts'
import { type Lang, say } from '../../../record/words.ts'
import type { Column } from '../columns.ts'
import { shown } from './cells.ts'
import type { About, FileWriter } from './file.ts'
import { beginPdf, endPdf, ink, linesOf, type Measure, margin, measureAt, type Pdf, quiet, rule } from './pdf.ts'
import type { Handful } from './rows.ts'

const mostRows = 5_000
const mostColumns = 16
const size = 8
const lineHeight = 11
const mostLines = 3
const pad = 4

/** A list on A4 across: a table whose heading stands on every page. */
export const writePdfList: FileWriter = async (out, about, handfuls) => {
  const { telling, title, by, at } = about
  const columns = pdfColumns(about)
  const pdf = beginPdf(out, title, telling.lang, 'landscape')
  const measure = measureAt(pdf, size)
  const widths = widthsOf(columns, pdf.page.width - 2 * margin)
  const table = { columns, widths, measure, lang: telling.lang }
  pdf.fontSize(13).fillColor(ink).text(title, margin, margin, { lineBreak: false })
  let y = heading(pdf, table, margin + 24)
  let count = 0
  for await (const { rows, refs } of handfuls) {
    for (const row of rows) {
      count++
      const cells = columns.map((column) => {
        const value = shown(telling, column, row, refs)
        return value === null ? '' : value.is === 'number' ? figure(value.number) : value.text
      })
      const lines = cells.map((text, i) => linesOf(text, (widths[i] ?? 0) - 2 * pad, measure, mostLines))
      const height = Math.max(1, ...lines.map(({ length }) => length)) * lineHeight + pad
      if (y + height > pdf.page.height - margin) {
        pdf.addPage()
        y = heading(pdf, table, margin)
      }
      line(pdf, table, lines, y)
      y += height
      // Others are served meanwhile: a page is laid out in some milliseconds, a hundred pages are not.
      if (count % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
  }
  endPdf(pdf, `${title} · ${countOf(count, telling.lang)} · ${by} · ${at}`, telling.lang)
}

/** All the rows, before the first byte is on its way. Refuses `too-large` beyond 5,000 rows or 16 columns. */
export async function fitsPdf(about: About, handfuls: AsyncIterable<Handful>): Promise<Handful[]> {
  if (pdfColumns(about).length > mostColumns) throw tooWide()
  const kept: Handful[] = []
  let count = 0
  for await (const handful of handfuls) {
    count += handful.rows.length
    if (count > mostRows) throw tooLong()
    kept.push(handful)
  }
  return kept
}

interface Table {
  readonly columns: readonly Column[]
  readonly widths: readonly number[]
  readonly measure: Measure
  readonly lang: Lang
}

function heading(pdf: Pdf, { columns, widths, measure, lang }: Table, y: number): number {
  const lines = columns.map(({ words }, i) => linesOf(say(words, lang), (widths[i] ?? 0) - 2 * pad, measure, 2))
  const height = Math.max(1, ...lines.map(({ length }) => length)) * lineHeight + 2 * pad
  pdf.rect(margin, y, sum(widths), height).fill('#f3f4f6')
  draw(pdf, { widths, lines, y: y + pad, colour: quiet })
  return y + height
}

function line(pdf: Pdf, { widths }: Table, lines: string[][], y: number): void {
  draw(pdf, { widths, lines, y: y + pad / 2, colour: ink })
  const height = Math.max(1, ...lines.map(({ length }) => length)) * lineHeight + pad
  pdf
    .moveTo(margin, y + height)
    .lineTo(margin + sum(widths), y + height)
    .lineWidth(0.5)
    .strokeColor(rule)
    .stroke()
}

function draw(
  pdf: Pdf,
  { widths, lines, y, colour }: { widths: readonly number[]; lines: string[][]; y: number; colour: string },
): void {
  pdf.fontSize(size).fillColor(colour)
  let x = margin
  for (const [i, width] of widths.entries()) {
    for (const [n, text] of (lines[i] ?? []).entries()) {
      if (text !== '') pdf.text(text, x + pad, y + n * lineHeight, { lineBreak: false })
    }
    x += width
  }
}

/** Those chosen, else what a page has room for: what names a record, and what is short. */
const pdfColumns = ({ columns, isChosen }: About): readonly Column[] =>
  isChosen
    ? columns
    : columns.filter(({ kind, name }) => kind !== 'prose' && kind !== 'json' && name !== 'updatedBy').slice(0, 9)

const shares: Partial<Record<Column['kind'], number>> = {
  text: 3,
  prose: 5,
  json: 4,
  link: 3,
  links: 3,
  instant: 2.2,
  date: 1.6,
  'trading-day': 1.6,
  number: 1.2,
  flag: 1,
  choice: 1.6,
  state: 1.6,
}

function widthsOf(columns: readonly Column[], room: number): number[] {
  const wanted = columns.map(({ kind, name }) => (name === 'number' ? 2.2 : (shares[kind] ?? 2)))
  return wanted.map((share) => (room * share) / sum(wanted))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const figure = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 })

const countOf = (count: number, lang: Lang): string =>
  lang === 'zh' ? `${count} 条` : `${count} ${count === 1 ? 'row' : 'rows'}`

const tooLong = () => {
  const most = mostRows.toLocaleString('en-US')
  return new Refusal(
    'too-large',
    [
      `PDF 最多 ${most} 条。请缩小筛选范围,或导出 XLSX、CSV。`,
      `A PDF takes at most ${most} rows. Narrow the filter, or export XLSX or CSV.`,
    ],
    [fault('format', 'too-much', `最多 ${most} 条。`, `At most ${most} rows.`)],
  )
}

const tooWide = () =>
  new Refusal(
    'too-large',
    [
      `一页纸最多排 ${mostColumns} 列。请减少列,或导出 XLSX、CSV。`,
      `A page takes at most ${mostColumns} columns. Choose fewer, or export XLSX or CSV.`,
    ],
    [fault('columns', 'too-much', `最多 ${mostColumns} 列。`, `At most ${mostColumns} columns.`)],
  )
