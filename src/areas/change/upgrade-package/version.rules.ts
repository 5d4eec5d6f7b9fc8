/**
 * Versions as vendors write them, and ranges of them. Pure. `6.3.10` is later than `6.3.7`; `V6.3.10_SP2` later than `V6.3.10`; what is
 * called alpha, beta, rc or preview comes before what it leads to. Where two differ only in how they are written they are the same.
 */

type Part = number | string

/** Words that come before the version they stand at, the earliest first. */
const before = ['dev', 'alpha', 'a', 'beta', 'b', 'pre', 'preview', 'rc', 'snapshot']
/** Words that mean the version itself. */
const none = ['v', 'ver', 'version', 'release', 'ga', 'final']

/** Its numbers and words in order: `V6.3.10_SP2` → 6, 3, 10, 'sp', 2. Numbers beyond what is exact are refused by `isVersion`. */
function partsOf(version: string): Part[] {
  const found =
    version
      .normalize('NFKC')
      .toLowerCase()
      .match(/\d+|[a-z]+/g) ?? []
  return found.filter((one) => !none.includes(one)).map((one) => (/^\d/.test(one) ? Number(one) : one))
}

/** Letters, digits and what stands between them; at least one number, none of them too long to compare. */
export const isVersion = (text: string): boolean =>
  /^[a-z\d][\w.+() -]*$/i.test(text) &&
  /\d/.test(text) &&
  (text.match(/\d+/g) ?? []).every((digits) => digits.length <= 15)

/** Below zero where `a` is earlier than `b`, above where it is later, zero where they are the same. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  const length = Math.max(left.length, right.length)
  for (let i = 0; i < length; i++) {
    const order = compareParts(left[i], right[i])
    if (order !== 0) return order
  }
  return 0
}

/** The rank of a part: a word that leads up, nothing or zero, a further word (`sp`, `patch`), a number. */
function rankOf(part: Part | undefined): number {
  if (part === undefined || part === 0) return 1
  if (typeof part === 'number') return 3
  return before.includes(part) ? 0 : 2
}

function compareParts(a: Part | undefined, b: Part | undefined): number {
  const ranks = rankOf(a) - rankOf(b)
  if (ranks !== 0) return ranks
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a !== 'string' || typeof b !== 'string') return 0
  const early = before.indexOf(a) - before.indexOf(b)
  return early !== 0 ? early : a < b ? -1 : a > b ? 1 : 0
}

type Operator = '>=' | '<=' | '>' | '<' | '='

interface Bound {
  readonly operator: Operator | 'in'
  readonly version: string
}

/** A range: any of several, each of bounds that must all hold. `>=6.3 <6.3.10`, `6.3.*`, `6.3.7, 6.3.8`, `*`. */
export type Range = readonly (readonly Bound[])[]

/** The range that a text says; null where it says none. */
export function rangeOf(text: string): Range | null {
  const alternatives = text
    .normalize('NFKC')
    .split(/[,;、|]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const range = alternatives.map(boundsOf)
  return range.length > 0 && range.every((one) => one !== null) ? (range as Bound[][]) : null
}

function boundsOf(text: string): Bound[] | null {
  if (text === '*') return []
  const words = text.replaceAll(/(>=|<=|>|<|=)\s+/g, '$1').split(/\s+/)
  const bounds = words.map((word): Bound | null => {
    const [, operator, version = ''] = /^(>=|<=|>|<|=)?(.+)$/.exec(word) ?? []
    if (!operator && version.endsWith('.*')) {
      const series = version.slice(0, -2)
      return isVersion(series) ? { operator: 'in', version: series } : null
    }
    return isVersion(version) ? { operator: (operator ?? '=') as Operator, version } : null
  })
  return bounds.every((one) => one !== null) ? (bounds as Bound[]) : null
}

const holds = (version: string, { operator, version: bound }: Bound): boolean => {
  if (operator === 'in') {
    const series = partsOf(bound)
    return series.every((part, i) => compareParts(partsOf(version)[i], part) === 0)
  }
  const order = compareVersions(version, bound)
  if (operator === '=') return order === 0
  if (operator === '>=') return order >= 0
  if (operator === '<=') return order <= 0
  return operator === '>' ? order > 0 : order < 0
}

export const isWithin = (version: string, range: Range): boolean =>
  range.some((bounds) => bounds.every((bound) => holds(version, bound)))
