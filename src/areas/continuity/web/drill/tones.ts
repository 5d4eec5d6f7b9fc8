import type { WebPart } from '../../../../web/plugin.ts'

/** A fault that lasts is red, as what it does is; a stale plan too, since it is not to be relied on. */
export const readyTones = {
  'emergency-plan': {
    state: { draft: 'start', 'in-review': 'progress', effective: 'kept', stale: 'broken', retired: 'ended' },
    level: { general: 'start', larger: 'late', major: 'broken', severe: 'broken' },
    staleBecause: { expired: 'late', changed: 'broken', undrilled: 'late' },
  },
  drill: {
    state: {
      planned: 'start',
      approved: 'progress',
      running: 'progress',
      finished: 'late',
      closed: 'kept',
      cancelled: 'ended',
    },
    outcome: { met: 'kept', missed: 'broken' },
  },
  'drill-fault': {
    state: {
      planned: 'start',
      lasting: 'broken',
      ended: 'kept',
      lifted: 'kept',
      failed: 'late',
      dropped: 'ended',
    },
  },
} as const satisfies NonNullable<WebPart['tones']>
