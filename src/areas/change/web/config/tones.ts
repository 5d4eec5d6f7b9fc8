import type { Tone } from '../../../../web/plugin.ts'

export const foundTones: Readonly<Record<'matches' | 'drift' | 'unknown', Tone>> = {
  matches: 'kept',
  drift: 'broken',
  unknown: 'unknown',
}
