import { type RawBuilder, sql } from 'kysely'
import { numberSetting, type Setting } from '../../record/setting.ts'
import type { Words } from '../../record/words.ts'

/** How long the rows of one growing table are kept. Records that are evidence have none: nothing removes them. */
export interface Retention {
  readonly code: string
  readonly words: Words
  /** As the database calls it, in whatever schema. */
  readonly table: string
  /** Old rows go in handfuls; partitions go whole, where their table is commented as such; or nothing ever goes. */
  readonly by: 'rows' | 'partition' | 'never'
  /** The column of the instant from which the days count. */
  readonly at: string
  /** Which rows may go at all. */
  readonly only: RawBuilder<boolean>
  /** How many days, where the firm may not say. */
  readonly days: number
  /** How many days the firm wants. */
  readonly setting: Setting<number> | null
}

type Named = Pick<Retention, 'code' | 'words' | 'table' | 'at'>

/** Kept for as many days as the firm sets between these bounds; without bounds, for as many as it says here. */
export function keptFor(
  days: number,
  spec: Named & {
    readonly by?: 'rows' | 'partition'
    readonly only?: RawBuilder<boolean>
    readonly least?: number
    readonly most?: number
  },
): Retention {
  const { code, words, table, at, by = 'rows', only = sql<boolean>`true`, least, most } = spec
  const setting =
    least === undefined || most === undefined
      ? null
      : numberSetting(`keep-${code}`, {
          group: 'retention',
          words,
          unit: ['天', 'days'],
          default: days,
          least,
          most,
        })
  return { code, words, table, at, by, only, days, setting }
}

/** Never removed, and shown beside the others so that nobody need wonder. */
export const keptForEver = (spec: Named): Retention => ({
  ...spec,
  by: 'never',
  only: sql<boolean>`false`,
  days: Number.POSITIVE_INFINITY,
  setting: null,
})

/** The settings that retentions bring with them. */
export const settingsOfRetentions = (all: readonly Retention[]): Setting[] =>
  all.flatMap(({ setting }) => (setting ? [setting] : []))
