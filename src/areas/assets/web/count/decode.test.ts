import { BarcodeFormat, type BitMatrix, QRCodeWriter } from '@zxing/library'
import { describe, expect, it } from 'vitest'
import { zxing } from './decode.ts'

/** A label as a camera sees it: black on white, each module some points large. */
function picture(matrix: BitMatrix): ImageData {
  const [width, height] = [matrix.getWidth(), matrix.getHeight()]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (matrix.get(x, y)) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  return { data, width, height, colorSpace: 'srgb' } as ImageData
}

describe('a picture', () => {
  const read = zxing()
  it('of a QR code is read', () => {
    const text = 'https://it.firm.example/assets/AST-202611-0042'
    expect(read(picture(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 240, 240, new Map())))).toBe(text)
  })
  it('without a code is none', () => {
    const blank = { data: new Uint8ClampedArray(40_000).fill(255), width: 100, height: 100, colorSpace: 'srgb' }
    expect(read(blank as ImageData)).toBeNull()
  })
})
