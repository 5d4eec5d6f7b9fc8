import type { Words } from '../../../../record/words.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * What is left until something, for reading at a glance: `2 天 9:20`, `1:42` (hours and minutes, begun minutes counted),
 * and in the last ten minutes `9 分 05 秒`. Milliseconds; never below nothing.
 */
export function leftWords(ms: number): Words {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  if (seconds < 600) return secondsWords(seconds)
  const minutes = Math.ceil(seconds / 60)
  const days = Math.floor(minutes / 1440)
  const clock = `${Math.floor((minutes % 1440) / 60)}:${two(minutes % 60)}`
  return days === 0 ? [clock, clock] : [`${days} 天 ${clock}`, `${days} d ${clock}`]
}

/** How long something has lasted, ticking: `0:42:07`, `2 天 3:04`. Milliseconds; never below nothing. */
export function ageWords(ms: number): Words {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const days = Math.floor(seconds / 86_400)
  const hours = Math.floor((seconds % 86_400) / 3600)
  const minutes = two(Math.floor((seconds % 3600) / 60))
  if (days > 0) return [`${days} 天 ${hours}:${minutes}`, `${days} d ${hours}:${minutes}`]
  const clock = `${hours}:${minutes}:${two(seconds % 60)}`
  return [clock, clock]
}

function secondsWords(seconds: number): Words {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  return minutes === 0
    ? [`${rest} 秒`, `${rest} s`]
    : [`${minutes} 分 ${two(rest)} 秒`, `${minutes} min ${two(rest)} s`]
}
