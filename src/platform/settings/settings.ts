import type { Setting } from '../../record/setting.ts'

/** What the firm has set of its house. Whoever needs a value asks each time, and so goes by a change at once. */
export interface Settings {
  /** Every setting there is, in the order of the screen. */
  readonly all: readonly Setting[]
  get<T>(setting: Setting<T>): T
  /** What holds as long as nobody has set it: the setting's own default, or what this server was started with. */
  defaultOf<T>(setting: Setting<T>): T
}

/** By key: what this server was started with, instead of a setting's own default. */
export type Defaults = Readonly<Record<string, unknown>>

/**
 * Settings over the texts that are set, by key. A text that its setting no longer takes, as after a bound was drawn tighter,
 * counts as not set.
 */
export function settingsOver(
  all: readonly Setting[],
  set: () => ReadonlyMap<string, string>,
  defaults: Defaults = {},
): Settings {
  const defaultOf = <T>(setting: Setting<T>): T => (defaults[setting.key] as T | undefined) ?? setting.default
  return {
    all,
    defaultOf,
    get(setting) {
      const text = set().get(setting.key)
      const read = text === undefined ? undefined : setting.read(text)
      return read && 'value' in read ? read.value : defaultOf(setting)
    },
  }
}
