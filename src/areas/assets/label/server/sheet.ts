import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beginPdf, linesOf, measureAt, type Pdf } from '../../../../platform/transfer/export/pdf.ts'
import type { Lang } from '../../../../record/words.ts'
import { type Area, type Code, partsOf, placeAt, type StockCode, stocks } from '../label.rules.ts'
import { barAreas, qrAreas } from './codes.ts'

/** What one label says. */
export interface Labelled {
  readonly tag: string
  readonly name: string
  /** What its QR code says: the asset's address. */
  readonly address: string
  /** A further line where there is room. */
  readonly more: string
}

interface Asked {
  readonly stock: StockCode
  readonly code: Code
  /** The first free place of the first sheet, from 1. */
  readonly start: number
}

const mm = 72 / 25.4
const ink = '#000000'

/** Labels as a PDF that prints at its own size: each place exact in millimetres. */
export async function labelSheets(
  labels: readonly Labelled[],
  { stock: code, code: shown, start }: Asked,
  title: string,
  lang: Lang,
): Promise<Buffer> {
  const stock = stocks[code]
  const out = new PassThrough()
  const bytes = buffer(out)
  const { width, height } = stock.page
  const pdf = beginPdf(out, title, lang, 'portrait', { size: [width * mm, height * mm], margin: 0 })
  const parts = partsOf(stock, shown)
  let page = 0
  for (const [n, label] of labels.entries()) {
    const place = placeAt(stock, start, n)
    if (place.page > page) {
      pdf.addPage()
      page = place.page
    }
    draw(pdf, label, place.at, parts)
    // Others are served meanwhile.
    if (n % 50 === 49) await new Promise((resolve) => setImmediate(resolve))
  }
  pdf.end()
  return bytes
}

function draw(pdf: Pdf, label: Labelled, at: Area, { qr, bar, text }: ReturnType<typeof partsOf>): void {
  const on = (area: Area): Area => ({ ...area, x: at.x + area.x, y: at.y + area.y })
  const dark = [...(qr ? qrAreas(label.address, on(qr)) : []), ...(bar ? barAreas(label.tag, on(bar)) : [])]
  for (const { x, y, width, height } of dark) pdf.rect(x * mm, y * mm, width * mm, height * mm)
  if (dark.length > 0) pdf.fill(ink)
  write(pdf, label, on(text))
}

/** The tag and the name as large as fits, a further line where there is room. */
function write(pdf: Pdf, { tag, name, more }: Labelled, { x, y, width, height }: Area): void {
  const [room, wide] = [height * mm, width * mm]
  const large = Math.max(5, Math.min(11, room / 3.2))
  const small = Math.max(4.5, large * 0.72)
  const nameLines = room > large * 3.4 ? 2 : 1
  let top = y * mm
  const line = (text: string, size: number, most: number) => {
    for (const one of linesOf(text, wide, measureAt(pdf, size), most)) {
      if (top + size * 1.2 > (y + height) * mm + 0.5) return
      pdf.fontSize(size).fillColor(ink)
      pdf.text(one, x * mm, top, { lineBreak: false })
      top += size * 1.3
    }
  }
  line(tag, large, 1)
  line(name, large * 0.9, nameLines)
  if (more) line(more, small, 1)
}
