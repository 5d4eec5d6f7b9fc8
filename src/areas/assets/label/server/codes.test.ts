import {
  BinaryBitmap,
  Code128Reader,
  HybridBinarizer,
  QRCodeReader,
  type Reader,
  RGBLuminanceSource,
} from '@zxing/library'
import { describe, expect, it } from 'vitest'
import { type Area, partsOf, type StockCode, stockCodes, stocks } from '../label.rules.ts'
import { barAreas, qrAreas } from './codes.ts'

/** As a printer of 300 dots per inch puts it on a label of this size, and a reader looks at it. */
function read(reader: Reader, label: { width: number; height: number }, dark: readonly Area[]): string {
  const dots = 300 / 25.4
  const [width, height] = [Math.ceil(label.width * dots), Math.ceil(label.height * dots)]
  const pixels = new Uint8ClampedArray(width * height).fill(255)
  for (const area of dark) {
    const [left, right] = [Math.round(area.x * dots), Math.round((area.x + area.width) * dots)]
    const [top, bottom] = [Math.round(area.y * dots), Math.round((area.y + area.height) * dots)]
    for (let y = top; y < bottom; y++) pixels.fill(0, y * width + left, y * width + right)
  }
  const source = new RGBLuminanceSource(pixels, width, height)
  return reader.decode(new BinaryBitmap(new HybridBinarizer(source))).getText()
}

const address = 'https://touchstone.firm.example/assets/AST-202611-0042'

describe.each(stockCodes)('on %s', (code: StockCode) => {
  const stock = stocks[code]

  it('the picture says the address', () => {
    const { qr } = partsOf(stock, 'both')
    expect(read(new QRCodeReader(), stock, qrAreas(address, qr as Area))).toBe(address)
  })

  it.each(['SRV-00042', '00012345678', 'F-1'])('the bars say %s', (tag) => {
    const { bar } = partsOf(stock, 'code128')
    expect(read(new Code128Reader(), stock, barAreas(tag, bar as Area))).toBe(tag)
  })
})

it('keeps the quiet around both, and no module wider than half a millimetre', () => {
  const area = { x: 10, y: 5, width: 90, height: 9 }
  const bars = barAreas('A', area)
  expect(Math.min(...bars.map(({ x }) => x)) - area.x).toBeGreaterThanOrEqual(5)
  expect(Math.min(...bars.map(({ width }) => width))).toBeLessThanOrEqual(0.5)
  const square = { x: 0, y: 0, width: 20, height: 20 }
  const modules = qrAreas('A', square)
  const module = Math.min(...modules.map(({ height }) => height))
  expect(Math.min(...modules.map(({ x }) => x))).toBeCloseTo(4 * module)
  expect(barAreas('服务器-1', area)).toEqual([])
})
