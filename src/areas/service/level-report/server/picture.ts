import { type Pdf, quiet, rule } from '../../../../platform/transfer/export/pdf.ts'
import type { Picture, Tone } from '../picture.rules.ts'

const colours: Readonly<Record<Tone, string>> = {
  in: '#1668dc',
  out: '#2e7d32',
  backlog: '#a85800',
  promise: '#c62828',
  rule,
}

/** What each colour means, in its colour. */
export function legend(pdf: Pdf, x: number, y: number, tones: readonly (readonly [Tone, string])[]): void {
  let at = x
  for (const [tone, text] of tones) {
    pdf.rect(at, y + 3, 7, 7).fill(colours[tone])
    pdf
      .fontSize(9)
      .fillColor(quiet)
      .text(text, at + 10, y, { lineBreak: false })
    at += pdf.widthOfString(text) + 24
  }
}

/** The picture as vectors, as wide as it is given room. */
export function draw(pdf: Pdf, { width, bars, lines, texts }: Picture, x: number, y: number, room: number): void {
  const scale = room / width
  for (const bar of bars)
    pdf.rect(x + bar.x * scale, y + bar.y * scale, bar.width * scale, bar.height * scale).fill(colours[bar.tone])
  for (const { points, tone, dashed } of lines) {
    for (const [n, [px, py]] of points.entries()) {
      if (n === 0) pdf.moveTo(x + px * scale, y + py * scale)
      else pdf.lineTo(x + px * scale, y + py * scale)
    }
    pdf.lineWidth(0.8).strokeColor(colours[tone])
    if (dashed) pdf.dash(3, { space: 2 })
    pdf.stroke().undash()
  }
  for (const { x: tx, y: ty, text, at } of texts) {
    pdf.fontSize(7).fillColor(quiet)
    const wide = pdf.widthOfString(text)
    const shift = at === 'start' ? 0 : at === 'middle' ? wide / 2 : wide
    pdf.text(text, x + tx * scale - shift, y + ty * scale - 7, { lineBreak: false })
  }
}
