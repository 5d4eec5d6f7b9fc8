import type { Words } from '../../../record/words.ts'

/** Where something lies, in millimetres from the left upper corner of what it is on. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What labels are printed on: sheets of A4 with so many on each, or a tape that is cut after each. */
export interface Stock {
  readonly words: Words
  readonly page: { readonly width: number; readonly height: number }
  readonly columns: number
  readonly rows: number
  /** One label. */
  readonly width: number
  readonly height: number
  /** Between two columns; rows stand without a gap. */
  readonly gap: number
  /** What a printer leaves free at each edge of a label. */
  readonly edge: number
}

const sheet = (words: Words, columns: number, rows: number, width: number, height: number, gap: number): Stock => ({
  words,
  page: { width: 210, height: 297 },
  ...{ columns, rows, width, height, gap },
  edge: 2,
})

const tape = (words: Words, width: number, height: number, edge: number): Stock => ({
  words,
  page: { width, height },
  ...{ columns: 1, rows: 1, width, height, gap: 0, edge },
})

/** The common grids, by the makers' own names; measures are those of their data sheets (Avery L7159, L7160, L7163, L7651). */
export const stocks = {
  'a4-24': sheet(['A4 24 格(63.5 × 33.9 mm)', 'A4, 24 a sheet (63.5 × 33.9 mm, L7159)'], 3, 8, 63.5, 33.9, 2.5),
  'a4-21': sheet(['A4 21 格(63.5 × 38.1 mm)', 'A4, 21 a sheet (63.5 × 38.1 mm, L7160)'], 3, 7, 63.5, 38.1, 2.5),
  'a4-14': sheet(['A4 14 格(99.1 × 38.1 mm)', 'A4, 14 a sheet (99.1 × 38.1 mm, L7163)'], 2, 7, 99.1, 38.1, 2.5),
  'a4-65': sheet(['A4 65 格(38.1 × 21.2 mm)', 'A4, 65 a sheet (38.1 × 21.2 mm, L7651)'], 5, 13, 38.1, 21.2, 2.5),
  // What a printer reaches of a tape is narrower than the tape: 18 of 24 mm, 9 of 12 mm.
  'tape-24': tape(['标签带 24 mm', 'Tape, 24 mm'], 80, 24, 3),
  'tape-12': tape(['标签带 12 mm', 'Tape, 12 mm'], 60, 12, 1.5),
} as const satisfies Record<string, Stock>

export type StockCode = keyof typeof stocks
export const stockCodes = Object.keys(stocks) as [StockCode, ...StockCode[]]

export const codes = ['both', 'qr', 'code128'] as const
export type Code = (typeof codes)[number]

export const placesOn = ({ columns, rows }: Stock): number => columns * rows

/** Where the nth label (from 0) lies, when the first is put on place `start` (from 1) of the first sheet. */
export function placeAt(stock: Stock, start: number, n: number): { readonly page: number; readonly at: Area } {
  const { columns, rows, width, height, gap, page } = stock
  const index = start - 1 + n
  const on = index % placesOn(stock)
  const left = (page.width - columns * width - (columns - 1) * gap) / 2
  const top = (page.height - rows * height) / 2
  return {
    page: Math.floor(index / placesOn(stock)),
    at: { x: left + (on % columns) * (width + gap), y: top + Math.floor(on / columns) * height, width, height },
  }
}

/** What a label holds, and where on it. */
export interface Parts {
  readonly text: Area
  readonly qr?: Area
  readonly bar?: Area
}

const between = 1.5

/**
 * A wide label has its picture at the left and words above bars at the right; a high one has bars along its foot. A tape too low
 * for both keeps the picture.
 */
export function partsOf({ width, height, edge }: Stock, code: Code): Parts {
  const inner = { x: edge, y: edge, width: width - 2 * edge, height: height - 2 * edge }
  const isWide = width / height >= 3
  const bars = code !== 'qr' && (inner.height >= 15 || code === 'code128')
  const barHeight = !bars ? 0 : Math.min(9, Math.max(4.5, inner.height * 0.3))
  const rest = inner.height - (bars ? barHeight + between : 0)
  const side = code === 'code128' ? 0 : isWide ? inner.height : Math.min(rest, inner.width * 0.45)
  const beside = side === 0 ? 0 : side + between
  const foot = inner.y + inner.height - barHeight
  return {
    text: { x: inner.x + beside, y: inner.y, width: inner.width - beside, height: rest },
    ...(side > 0 && { qr: { x: inner.x, y: inner.y, width: side, height: side } }),
    ...(bars && {
      bar: isWide
        ? { x: inner.x + beside, y: foot, width: inner.width - beside, height: barHeight }
        : { x: inner.x, y: foot, width: inner.width, height: barHeight },
    }),
  }
}
