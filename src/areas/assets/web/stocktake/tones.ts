import type { WebArea } from '../../../../web/plugin.ts'

export const stocktakingTones = {
  stocktake: {
    state: {
      planned: 'start',
      counting: 'progress',
      settling: 'late',
      'in-approval': 'late',
      done: 'kept',
      cancelled: 'ended',
    },
  },
  'stocktake-difference': {
    kind: { 'wrong-place': 'late', 'wrong-holder': 'late', missing: 'broken', surplus: 'progress', twice: 'late' },
    state: { open: 'late', decided: 'progress', done: 'kept', 'not-done': 'unknown', withdrawn: 'ended' },
  },
} as const satisfies NonNullable<WebArea['tones']>
