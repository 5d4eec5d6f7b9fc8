import type { Words } from '../../../../record/words.ts'

/** `94.7 %`; never rounded up to a hundred. A dash where nothing was counted. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${(Math.floor((part / whole) * 1_000) / 10).toFixed(1)} %`

/** `4.6`; a dash where nobody said. */
export const gradeText = (grade: number | null): string => (grade === null ? '—' : grade.toFixed(1))

/** How long work took, for reading at a glance: `8 分钟`, `2.5 小时`; milliseconds. A dash where nothing was counted. */
export function tookWords(ms: number | null): Words {
  if (ms === null) return ['—', '—']
  const minutes = Math.round(ms / 60_000)
  if (minutes < 100) return [`${minutes} 分钟`, `${minutes} min`]
  const hours = (ms / 3_600_000).toFixed(1)
  return [`${hours} 小时`, `${hours} h`]
}
