import { ink, linesOf, margin, measureAt, type Pdf, quiet, rule } from './pdf.ts'

const labelWidth = 110
const mostLines = 400

/** Flowing text, one block under the other; a block goes on over as many pages as it takes. */
export function pageOn(pdf: Pdf) {
  const measures = new Map<number, ReturnType<typeof measureAt>>()
  const measure = (size: number) => {
    const known = measures.get(size) ?? measureAt(pdf, size)
    measures.set(size, known)
    return known
  }
  const room = pdf.page.width - 2 * margin
  let y = margin
  const need = (height: number) => {
    if (y + height <= pdf.page.height - margin) return
    pdf.addPage()
    y = margin
  }
  const block = (text: string, size: number, colour: string, x = margin, width = room) => {
    for (const line of linesOf(text, width, measure(size), mostLines)) {
      need(size * 1.45)
      pdf.fontSize(size).fillColor(colour).text(line, x, y, { lineBreak: false })
      y += size * 1.45
    }
  }
  return {
    pdf,
    title(text: string) {
      block(text, 16, ink)
      y += 8
    },
    heading(text: string) {
      y += 10
      need(40)
      pdf
        .moveTo(margin, y)
        .lineTo(margin + room, y)
        .lineWidth(0.5)
        .strokeColor(rule)
        .stroke()
      y += 6
      block(text, 11, ink)
      y += 2
    },
    pair(label: string, text: string) {
      need(14)
      const top = y
      pdf.fontSize(9).fillColor(quiet)
      const [first = ''] = linesOf(label, labelWidth - 8, measure(9), 1)
      pdf.text(first, margin, top, { lineBreak: false })
      block(text, 9, ink, margin + labelWidth, room - labelWidth)
      y += 3
    },
    paragraph(text: string) {
      block(text, 9, ink)
      y += 3
    },
    small(text: string) {
      block(text, 8, quiet)
    },
    /** Columns by their share of the width, cells of any length; the heads stand again on each page. */
    table(heads: readonly string[], shares: readonly number[], rows: readonly (readonly string[])[]) {
      const whole = shares.reduce((sum, one) => sum + one, 0)
      const widths = shares.map((one) => (one / whole) * room)
      const row = (cells: readonly string[], colour: string) => {
        const lines = cells.map((text, n) => linesOf(text, (widths[n] as number) - 8, measure(9), 6))
        const height = Math.max(...lines.map(({ length }) => length)) * 13 + 4
        if (y + height > pdf.page.height - margin) {
          pdf.addPage()
          y = margin
          if (colour === ink) row(heads, quiet)
        }
        let x = margin
        for (const [n, parts] of lines.entries()) {
          for (const [i, line] of parts.entries())
            pdf
              .fontSize(9)
              .fillColor(colour)
              .text(line, x, y + i * 13, { lineBreak: false })
          x += widths[n] as number
        }
        y += height
        pdf
          .moveTo(margin, y - 2)
          .lineTo(margin + room, y - 2)
          .lineWidth(0.4)
          .strokeColor(rule)
          .stroke()
      }
      need(40)
      row(heads, quiet)
      for (const cells of rows) row(cells, ink)
      y += 4
    },
    /** Room for drawings of this height, from whose left upper corner `draw` goes. */
    room(height: number, draw: (x: number, y: number, width: number) => void) {
      need(height)
      draw(margin, y, room)
      y += height + 6
    },
  }
}
