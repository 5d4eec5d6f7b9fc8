import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PassThrough } from 'node:stream'
import PDFDocument from 'pdfkit'
import { type Lang, say, type Words } from '../../../record/words.ts'

export const margin = 36
export const ink = '#1f2328'
export const quiet = '#656d76'
export const rule = '#c9ced6'

export type Pdf = PDFKit.PDFDocument

/**
 * A PDF that begins: A4 unless it says (points), with a Chinese typeface of which only the letters used go into the file.
 * Pages are kept until the end, when each is told how many there are.
 */
export function beginPdf(
  out: PassThrough,
  title: string,
  lang: Lang,
  layout: 'portrait' | 'landscape',
  paper: { size: 'A4' | [width: number, height: number]; margin: number } = { size: 'A4', margin },
): Pdf {
  const pdf = new PDFDocument({
    layout,
    ...paper,
    bufferPages: true,
    font: typeface() as unknown as string,
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    info: { Title: title, Producer: 'Touchstone' },
  })
  pdf.pipe(out)
  return pdf
}

/** Who took it and when, and the number of each page; then the file ends. */
export function endPdf(pdf: Pdf, foot: string, lang: Lang): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let i = 0; i < count; i++) {
    pdf.switchToPage(start + i)
    // The foot stands below where text may flow, and must not begin a page of its own.
    pdf.page.margins.bottom = 0
    const y = pdf.page.height - margin + 10
    const width = pdf.page.width - 2 * margin
    pdf.fontSize(8).fillColor(quiet)
    pdf.text(foot, margin, y, { width, lineBreak: false })
    pdf.text(say(pageOf(i + 1, count), lang), margin, y, { width, align: 'right' })
  }
  pdf.end()
}

const pageOf = (page: number, of: number): Words => [`第 ${page} 页,共 ${of} 页`, `Page ${page} of ${of}`]

export type Measure = (text: string) => number

/** How wide a line is, from the widths of its letters: measured once each, so that a thousand rows are laid out quickly. */
export function measureAt(pdf: Pdf, size: number): Measure {
  const known = new Map<string, number>()
  return (text) => {
    let width = 0
    for (const letter of text) {
      let one = known.get(letter)
      if (one === undefined) {
        one = pdf.fontSize(size).widthOfString(letter)
        known.set(letter, one)
      }
      width += one
    }
    return width
  }
}

/** Text in lines no wider than this, parted at spaces where there are any; what goes beyond the last line ends in `…`. */
export function linesOf(text: string, width: number, measure: Measure, most: number): string[] {
  const lines: string[] = []
  for (const given of text.split('\n')) {
    let line = ''
    let wide = 0
    for (const letter of given) {
      const one = measure(letter)
      if (wide + one > width && line !== '') {
        const cut = /[^\s]{1,20}$/.exec(line)?.index ?? 0
        // Latin words stay whole; Chinese is parted anywhere.
        const at =
          cut > 0 && /[\w.,;:]/.test(letter) && /\w$/.test(line) && !/[\u3000-\u9fff]/.test(line.slice(cut))
            ? cut
            : line.length
        lines.push(line.slice(0, at).trimEnd())
        line = line.slice(at)
        wide = measure(line)
        if (lines.length > most) return clipped(lines, width, measure, most)
      }
      line += letter
      wide += one
    }
    lines.push(line)
    if (lines.length > most) return clipped(lines, width, measure, most)
  }
  return lines
}

function clipped(lines: string[], width: number, measure: Measure, most: number): string[] {
  const kept = lines.slice(0, most)
  const letters = [...(kept.at(-1) ?? '')]
  while (letters.length > 0 && measure(`${letters.join('')}…`) > width) letters.pop()
  kept[most - 1] = `${letters.join('')}…`
  return kept
}

let bytes: Buffer | undefined

/** Read once, when the first PDF is wanted. */
function typeface(): Buffer {
  const path = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
  bytes ??= readFileSync(createRequire(import.meta.url).resolve(path))
  return bytes
}
