/** Two checks beside each other, item by item. Pure. */
import type { Words } from '../../../record/words.ts'
import type { Found } from '../config-checklist/items.rules.ts'

export interface Pair {
  readonly key: string
  readonly name: Words
  readonly left: string | null
  readonly right: string | null
  /** Null where one of them could not be read, or was not asked for. */
  readonly same: boolean | null
}

/** In the order of the left; what the right alone has comes last. */
export function compareFound(left: readonly Found[], right: readonly Found[]): Pair[] {
  const keys = [...new Set([...left, ...right].map(({ key }) => key))]
  return keys.map((key) => {
    const [one, other] = [left, right].map((side) => side.find((item) => item.key === key))
    const named = (one ?? other) as Found
    const [a, b] = [one?.found ?? null, other?.found ?? null]
    return {
      key,
      name: [named.name, named.nameEn ?? named.name],
      ...{ left: a, right: b, same: a === null || b === null ? null : a === b },
    }
  })
}
