import type { Tone, WebPart } from '../../../../web/plugin.ts'
import type { itemStandings } from '../../access-review-item/decide.rules.ts'

/** How a standing reads at a glance. */
export const standingTones: Readonly<Record<(typeof itemStandings)[number], Tone>> = {
  matched: 'kept',
  orphan: 'broken',
  ghost: 'broken',
  'too-much': 'late',
  'not-there': 'unknown',
}

export const reviewTones: NonNullable<WebPart['tones']> = {
  'account-list': { state: { taken: 'kept' } },
  'system-account': { state: { present: 'progress', gone: 'ended' }, standing: standingTones },
  'access-review': { state: { running: 'progress', closed: 'kept', cancelled: 'ended' } },
  'access-review-item': {
    state: { open: 'start', kept: 'kept', revoking: 'late', revoked: 'ended', dropped: 'ended' },
    standing: standingTones,
  },
}
