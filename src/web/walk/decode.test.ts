import { describe, expect, it } from 'vitest'
import type { Area } from '../../areas/assets/label/label.rules.ts'
import { barAreas, qrAreas } from '../../areas/assets/label/server/codes.ts'
import { zxing } from './decode.ts'

/** A label as a camera sees it: dark on light, a tenth of a millimetre to a point. */
function picture(dark: readonly Area[], width: number, height: number): ImageData {
  const [across, down] = [width * 10, height * 10]
  const data = new Uint8ClampedArray(across * down * 4).fill(255)
  for (const area of dark) {
    const [left, right] = [Math.round(area.x * 10), Math.round((area.x + area.width) * 10)]
    for (let y = Math.round(area.y * 10); y < Math.round((area.y + area.height) * 10); y++)
      for (let x = left; x < right; x++) data.fill(30, (y * across + x) * 4, (y * across + x) * 4 + 3)
  }
  return { data, width: across, height: down, colorSpace: 'srgb' } as ImageData
}

describe('a picture of a label of ours', () => {
  const read = zxing()
  const address = 'https://it.firm.example/assets/AST-202611-0042'
  it('is read by its QR code', () =>
    expect(read(picture(qrAreas(address, { x: 5, y: 5, width: 20, height: 20 }), 30, 30))).toBe(address))
  it('is read by its bars', () =>
    expect(read(picture(barAreas('SRV-00042', { x: 0, y: 2, width: 80, height: 10 }), 80, 14))).toBe('SRV-00042'))
  it('without one is none', () => expect(read(picture([], 20, 20))).toBeNull())
})
