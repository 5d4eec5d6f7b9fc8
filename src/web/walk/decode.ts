import {
  BinaryBitmap,
  Code128Reader,
  DecodeHintType,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library'

/** Reads codes from pictures where the browser itself cannot. */
export function zxing(): (picture: ImageData) => string | null {
  const hints = new Map([[DecodeHintType.TRY_HARDER, true]])
  const readers = [new QRCodeReader(), new Code128Reader()]
  return (picture) => {
    const bitmap = new BinaryBitmap(
      new HybridBinarizer(new RGBLuminanceSource(greyOf(picture), picture.width, picture.height)),
    )
    for (const reader of readers) {
      try {
        return reader.decode(bitmap, hints).getText()
      } catch {
        // Most pictures of a camera show no code: the library throws for each.
      }
    }
    return null
  }
}

/** How bright each point is, as the eye weighs red, green and blue. */
function greyOf({ data, width, height }: ImageData): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(width * height)
  for (let i = 0, at = 0; i < grey.length; i++, at += 4)
    grey[i] = ((data[at] as number) * 306 + (data[at + 1] as number) * 601 + (data[at + 2] as number) * 117) >> 10
  return grey
}
