import type { WebPart } from '../../../../web/plugin.ts'

/** What is under way is blue, what waits for somebody amber, what was undone red. */
export const changeTones = {
  change: {
    state: {
      draft: 'start',
      assessed: 'late',
      approved: 'progress',
      scheduled: 'progress',
      'in-progress': 'progress',
      verified: 'kept',
      closed: 'kept',
      'rolling-back': 'broken',
      'rolled-back': 'broken',
      rejected: 'ended',
      withdrawn: 'ended',
    },
    risk: { low: 'kept', medium: 'late', high: 'broken' },
    kind: { standard: 'start', normal: 'start', emergency: 'broken' },
  },
  'advisory-meeting': { state: { planned: 'start', 'in-session': 'progress', held: 'kept', cancelled: 'ended' } },
  'advisory-item': {
    state: { 'on-agenda': 'late', advised: 'kept', 'taken-off': 'ended', lapsed: 'ended' },
    advice: { approve: 'kept', conditions: 'late', 'not-yet': 'late', reject: 'broken' },
    because: { waiting: 'start', emergency: 'broken', added: 'start' },
  },
  'upgrade-package': {
    state: { registered: 'start', checked: 'progress', tested: 'kept', failed: 'broken', withdrawn: 'ended' },
  },
  'vendor-bulletin': {
    state: { unread: 'late', read: 'progress', decided: 'kept' },
    severity: { critical: 'broken', important: 'late', info: 'start' },
  },
  'bulletin-feed': { state: { active: 'kept', paused: 'late' } },
  'change-template': { state: { draft: 'start', 'in-force': 'kept', retired: 'ended' } },
  'config-checklist': { state: { draft: 'start', 'in-force': 'kept', retired: 'ended' } },
  'config-check': {
    state: {
      waiting: 'progress',
      matches: 'kept',
      drifts: 'broken',
      unclear: 'unknown',
      'baseline-asked': 'late',
      baseline: 'kept',
      declined: 'broken',
      dropped: 'ended',
    },
  },
  'freeze-window': { state: { 'in-force': 'late', lifted: 'ended' } },
} as const satisfies NonNullable<WebPart['tones']>
