/** Whether what was found of an item is what it must be. Pure: patterns are matched by whom one is given. */
import type { Words } from '../../../record/words.ts'
import type { Expect, Found, Item } from '../config-checklist/items.rules.ts'

/** What was read, or why nothing was. */
export type Read = { readonly value: string } | { readonly note: string }

/** Does a text match a pattern of RE2? */
export type Matches = (pattern: string, text: string) => boolean

/** What a signed baseline says of an item: what was found then, and what it had to be. */
type Signed = Pick<Found, 'found' | 'expect'>

/**
 * One item as it was found. What the baseline of the component has accepted passes too, as long as the checklist asks for the same as it
 * did then; what could not be read neither matches nor drifts.
 */
export function judge(item: Item, read: Read, signed: Signed | undefined, matches: Matches): Found {
  const { key, name, nameEn, expect } = item
  const base = { key, name, ...(nameEn !== undefined && { nameEn }), expect, accepted: false, note: null }
  if ('note' in read) return { ...base, is: 'unknown', found: null, note: read.note }
  const found = read.value
  const wasSigned = signed !== undefined && signed.found !== null && same(signed.expect, expect)
  if (expect.is === 'baseline') {
    if (!wasSigned) return { ...base, is: 'unknown', found, note: noBaseline }
    return { ...base, is: signed.found === found ? 'matches' : 'drift', found }
  }
  if (meets(expect, found, matches)) return { ...base, is: 'matches', found }
  return wasSigned && signed.found === found
    ? { ...base, is: 'matches', found, accepted: true }
    : { ...base, is: 'drift', found }
}

/** Said in the notes of an item, as the machine's facts are: `timeout`, `no such file`. */
const noBaseline = 'no baseline'

function meets(expect: Exclude<Expect, { is: 'baseline' }>, found: string, matches: Matches): boolean {
  switch (expect.is) {
    case 'number': {
      const value = /^-?\d+(\.\d+)?$/.test(found) ? Number(found) : Number.NaN
      return value >= (expect.least ?? -Infinity) && value <= (expect.most ?? Infinity)
    }
    case 'text':
      return found === expect.value
    case 'digest':
      return found === expect.sha256
    case 'pattern':
      return matches(expect.pattern, found)
  }
}

/** Keys come in any order from the database. */
const same = (a: Expect, b: Expect) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/** What came of a whole check: drift is said even where something else could not be read. */
export function outcomeOf(found: readonly Found[]): 'matches' | 'drifts' | 'unclear' {
  if (found.some(({ is }) => is === 'drift')) return 'drifts'
  return found.some(({ is }) => is === 'unknown') ? 'unclear' : 'matches'
}

export function expectText(expect: Expect): Words {
  switch (expect.is) {
    case 'number': {
      const { least, most } = expect
      if (least === most) return [String(least), String(least)]
      if (least === undefined) return [`≤ ${most}`, `≤ ${most}`]
      return most === undefined ? [`≥ ${least}`, `≥ ${least}`] : [`${least} – ${most}`, `${least} – ${most}`]
    }
    case 'text':
      return [expect.value, expect.value]
    case 'pattern':
      return [`符合 ${expect.pattern}`, `matching ${expect.pattern}`]
    case 'digest':
      return [`${expect.sha256.slice(0, 12)}…`, `${expect.sha256.slice(0, 12)}…`]
    case 'baseline':
      return ['与基线一致', 'as in the baseline']
  }
}

/** The drifted items in a line. */
export function driftText(found: readonly Found[]): Words {
  const drifted = found.filter(({ is }) => is === 'drift')
  const list = (name: (one: Found) => string, of: 0 | 1) =>
    drifted.slice(0, 3).map((one) => `${name(one)} ${of === 0 ? '实为' : 'is'} ${short(one.found)}`)
  const more = drifted.length > 3 ? ` … (${drifted.length})` : ''
  return [list(({ name }) => name, 0).join(';') + more, list(({ name, nameEn }) => nameEn ?? name, 1).join('; ') + more]
}

const short = (found: string | null) => (found === null || found === '' ? '∅' : found.slice(0, 24))
