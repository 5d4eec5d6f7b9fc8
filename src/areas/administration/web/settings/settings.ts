import type { SettingGroup } from '../../../../record/setting.ts'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'

/** A setting as the server shows it. */
export interface ShownSetting {
  readonly key: string
  readonly group: SettingGroup
  readonly words: Words
  readonly unit: Words | null
  readonly hint: Words | null
  readonly least: number | null
  readonly most: number | null
  readonly value: string
  readonly default: string
  readonly set: {
    readonly id: string
    readonly number: string
    readonly version: number
    readonly reason: string
    readonly at: string
    readonly by: string
  } | null
}

/** Every setting there is; live. */
export const useSettings = () => useCall<{ items: ShownSetting[] }>('/house/settings', {}, ['house-setting'])

/** In the order of the screen. */
export const groups: readonly SettingGroup[] = ['house', 'sign-in', 'limits', 'retention']
