import type { WebPart } from '../../../web/plugin.ts'

export const findingTones = {
  good: 'kept',
  failed: 'broken',
  empty: 'broken',
  shrunken: 'late',
  grown: 'late',
  unchanged: 'late',
} as const

/** What proves something is green, what is under way blue; what nobody has looked at is never green. */
export const continuityTones = {
  'backup-plan': {
    state: { draft: 'start', effective: 'kept', ended: 'ended' },
    proof: { none: 'unknown', proven: 'kept', failed: 'broken' },
    standing: { ...findingTones, none: 'unknown', missing: 'broken' },
  },
  'backup-run': {
    state: { expected: 'start', running: 'progress', succeeded: 'kept', failed: 'broken', missed: 'broken' },
    finding: findingTones,
  },
  'archive-job': {
    state: { draft: 'start', approved: 'progress', active: 'kept', ended: 'ended' },
    standing: { none: 'unknown', good: 'kept', failed: 'broken' },
  },
  'archive-run': {
    state: { waiting: 'start', running: 'progress', done: 'kept', stopped: 'ended', failed: 'broken' },
  },
  'restore-test': { state: { waiting: 'start', running: 'progress', proven: 'kept', failed: 'broken' } },
} as const satisfies NonNullable<WebPart['tones']>
