import bwip from 'bwip-js/node'
import type { Area } from '../label.rules.ts'

interface Matrix {
  readonly pixs: readonly number[]
  readonly pixx: number
}

interface Linear {
  /** Widths of bar, space, bar … in modules. */
  readonly sbs: readonly number[]
}

/** Light around a QR code that readers need (ISO/IEC 18004: four modules), and beside a Code 128 (ISO/IEC 15417: ten). */
const quietQr = 4
const quietBar = 10

/** The dark areas of a QR code that says `text`, laid into a square; those side by side are one. */
export function qrAreas(text: string, { x, y, width }: Area): Area[] {
  const [{ pixs, pixx }] = bwip.raw('qrcode', text, 'eclevel=M') as unknown as [Matrix]
  const module = width / (pixx + 2 * quietQr)
  const areas: Area[] = []
  for (let row = 0; row < pixx; row++)
    for (let column = 0; column < pixx; column++) {
      if (!pixs[row * pixx + column]) continue
      const from = column
      while (column + 1 < pixx && pixs[row * pixx + column + 1]) column++
      areas.push({
        x: x + (quietQr + from) * module,
        y: y + (quietQr + row) * module,
        width: (column - from + 1) * module,
        height: module,
      })
    }
  return areas
}

/**
 * The bars of a Code 128 that says `text`, laid along an area; never wider than a module of half a millimetre makes them. None
 * for a text that has other letters than ASCII, which it cannot say.
 */
export function barAreas(text: string, { x, y, width, height }: Area): Area[] {
  if (!/^[\x20-\x7e]+$/.test(text)) return []
  const [{ sbs }] = bwip.raw('code128', text) as unknown as [Linear]
  const modules = sbs.reduce((sum, one) => sum + one, 0)
  const module = Math.min(0.5, width / (modules + 2 * quietBar))
  let at = x + quietBar * module
  return sbs.flatMap((one, i) => {
    const bar = { x: at, y, width: one * module, height }
    at += one * module
    return i % 2 === 0 ? [bar] : []
  })
}
