import type { Words } from './words.ts'

/** Under what heading a setting stands on the screen of settings. */
export type SettingGroup = 'house' | 'sign-in' | 'limits' | 'retention'

/** What a text says as a setting's value, or why it says nothing. */
export type Read<T> = { readonly value: T } | { readonly wrong: Words }

/**
 * Something of the house that its firm may set, declared where it is used. It is kept, shown and journalled as text; what
 * has not been set is as the setting comes.
 */
export interface Setting<T = unknown> {
  readonly key: string
  readonly group: SettingGroup
  readonly words: Words
  readonly unit?: Words
  /** What it does, where its words do not say enough. */
  readonly hint?: Words
  readonly default: T
  /** The least and the most, of a number. */
  readonly least?: number
  readonly most?: number
  read(text: string): Read<T>
}

type Said = Pick<Setting, 'group' | 'words' | 'unit' | 'hint'>

/** A whole number within bounds. */
export const numberSetting = (
  key: string,
  spec: Said & { readonly default: number; readonly least: number; readonly most: number },
): Setting<number> => ({
  ...spec,
  key,
  read(text) {
    const value = Number(text)
    if (/^\d{1,9}$/.test(text) && value >= spec.least && value <= spec.most) return { value }
    return {
      wrong: [
        `须是 ${spec.least} 到 ${spec.most} 之间的整数。`,
        `This must be a whole number from ${spec.least} to ${spec.most}.`,
      ],
    }
  },
})

/** A line of text, in the form that `read` wants; any unless it says. */
export const textSetting = (
  key: string,
  spec: Said & { readonly default: string; read?(text: string): Read<string> },
): Setting<string> => ({ ...spec, key, read: spec.read ?? ((text) => ({ value: text })) })
