import type { Words } from '../../../../record/words.ts'
import { resourceWords as words } from './words.ts'

/** `45 分钟`, `6.5 小时`; a dash where nothing is known. */
export function tookWords(minutes: number | null): Words {
  if (minutes === null) return ['—', '—']
  if (minutes < 100) return [`${Math.round(minutes)} ${words.minutes[0]}`, `${Math.round(minutes)} ${words.minutes[1]}`]
  const hours = (minutes / 60).toFixed(1)
  return [`${hours} ${words.hours[0]}`, `${hours} ${words.hours[1]}`]
}

/** Whole yuan, `12,300`; a dash where it is not known. */
export const yuan = (value: number | null): string => (value === null ? '—' : Math.round(value).toLocaleString('en-US'))

export const percent = (value: number | null): string => (value === null ? '—' : `${value}%`)

export const count = (value: number | null): string =>
  value === null ? '—' : value.toLocaleString('en-US', { maximumFractionDigits: 1 })
