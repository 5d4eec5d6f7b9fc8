/** Reads a QR or Code 128 label in a picture; null where there is none. */
export type Decode = (source: HTMLVideoElement | ImageBitmap) => Promise<string | null>

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>
}
declare const BarcodeDetector: {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

const wanted = ['qr_code', 'code_128']

/** By the browser itself where it can, else by a library that is loaded for it. */
export async function makeDecoder(): Promise<Decode> {
  return (await byBrowser()) ?? (await byLibrary())
}

async function byBrowser(): Promise<Decode | null> {
  if (!('BarcodeDetector' in globalThis)) return null
  const formats = await BarcodeDetector.getSupportedFormats()
  if (!wanted.every((one) => formats.includes(one))) return null
  const detector = new BarcodeDetector({ formats: wanted })
  return async (source) => (await detector.detect(source))[0]?.rawValue ?? null
}

/** Points across: enough for a label at arm's length, and quick on an old phone. */
const mostAcross = 960

async function byLibrary(): Promise<Decode> {
  const { zxing } = await import('./decode.ts')
  const read = zxing()
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  return async (source) => {
    const [width, height] =
      'videoWidth' in source ? [source.videoWidth, source.videoHeight] : [source.width, source.height]
    if (width === 0) return null
    const scale = Math.min(1, mostAcross / width)
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    context.drawImage(source, 0, 0, canvas.width, canvas.height)
    return read(context.getImageData(0, 0, canvas.width, canvas.height))
  }
}
