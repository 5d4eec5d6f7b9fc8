import { readWholeXml } from './xml.ts'
import type { Part } from './zip.ts'

/** How a cell's number is meant: as a date, as a code of so many digits, or plainly. */
export type Format = 'plain' | 'date' | number

/** The format of each cell style, by its place in the file's list. */
export async function formatsOf(bytes: Buffer, part: Part): Promise<Format[]> {
  const own = new Map<number, string>()
  const formats: Format[] = []
  let inCells = false
  await readWholeXml(bytes, part, {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'numFmt') own.set(Number(numFmtId), formatCode)
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(formatOf(Number(numFmtId ?? 0), own))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

function formatOf(id: number, own: ReadonlyMap<number, string>): Format {
  const code = own.get(id)
  if (code === undefined) return isBuiltInDate(id) ? 'date' : 'plain'
  if (/^0{2,}$/.test(code)) return code.length
  // Without what is quoted, escaped, coloured or a locale, a date's format has days, months, years, hours or seconds.
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_./gi, '')
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'plain'
}

/** ECMA-376 part 1, 18.8.30: 14 to 22 and 45 to 47, and those of East Asian programs from 27 to 36 and 50 to 58. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
