import type { ReactNode } from 'react'
import type { Words } from '../../record/words.ts'
import type { Session } from '../client/types.ts'
import type { AppParts } from '../context.ts'
import { mayEver, mayRead } from './access.ts'

export interface MenuEntry {
  readonly path: string
  readonly words: Words
  /** Under *more*, as it is seldom wanted by itself. */
  readonly seldom: boolean
}

export interface MenuArea {
  readonly code: string
  readonly words: Words
  readonly icon: ReactNode
  readonly entries: readonly MenuEntry[]
}

/** The areas this person may use; in each its special screens first, then the lists of its records. */
export function menuOf({ registry, areas }: AppParts, session: Session): MenuArea[] {
  return registry.areas
    .map((area) => {
      const web = areas.find(({ code }) => code === area.code)
      const screens = (web?.routes ?? [])
        .filter(({ hidden, allow }) => !hidden && mayEver(allow, session))
        .map(({ path, title }) => ({ path, words: title, seldom: false }))
      const lists = area.records
        .filter((entry) => mayRead(entry, session))
        .map(({ record, words }) => ({
          path: `/${record.plural}`,
          words: words.plural,
          seldom: web?.seldom?.includes(record.name) ?? false,
        }))
      return { code: area.code, words: area.words, icon: web?.icon, entries: [...screens, ...lists] }
    })
    .filter(({ entries }) => entries.length > 0)
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyz0123456789']

/**
 * A key for each name: the first of its own letters that none before it has, else any that is free; undefined beyond
 * thirty-six. The same names in the same order always have the same keys.
 */
export function keysFor(names: readonly string[], taken: readonly string[] = []): (string | undefined)[] {
  const used = new Set(taken)
  return names.map((name) => {
    const own = [...name.toLowerCase()].filter((letter) => alphabet.includes(letter))
    const key = [...own, ...alphabet].find((letter) => !used.has(letter))
    if (key) used.add(key)
    return key
  })
}
