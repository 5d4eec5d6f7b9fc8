import type { WebArea } from '../../../web/plugin.ts'

export const health = { unknown: 'unknown', up: 'kept', slow: 'late', down: 'broken' } as const
const severity = { critical: 'broken', warning: 'late' } as const

/** What the area's states and choices say at a glance. An alarm somebody took is in hand, not yet well. */
export const watchTones: NonNullable<WebArea['tones']> = {
  alarm: { state: { firing: 'broken', acknowledged: 'progress', resolved: 'kept' }, severity },
  incident: {
    state: {
      new: 'late',
      assigned: 'start',
      'in-progress': 'progress',
      waiting: 'start',
      resolved: 'kept',
      closed: 'ended',
    },
    priority: { p1: 'broken', p2: 'late' },
  },
  component: { health },
  'maintenance-window': { state: { planned: 'start', 'under-way': 'progress', ended: 'kept', cancelled: 'ended' } },
  silence: { state: { 'in-force': 'late', ended: 'ended' } },
  'escalation-policy': { state: { 'in-force': 'kept', stopped: 'ended' } },
  'alarm-grouping': { state: { 'in-force': 'kept', stopped: 'ended' } },
  event: { from: health, to: health },
  'probe-agent': {
    state: { awaited: 'start', joined: 'kept', retired: 'ended' },
    presence: { never: 'unknown', present: 'kept', 'cut-off': 'late', missing: 'broken' },
  },
  'event-source': { state: { 'in-use': 'kept', paused: 'late' } },
  'log-entry': { severity },
  'log-review': { state: { due: 'late', signed: 'kept' } },
  'periodic-duty': { state: { active: 'kept', paused: 'late', ended: 'ended' } },
  'patrol-route': { state: { 'in-use': 'kept', retired: 'ended' } },
  checkpoint: { state: { 'in-use': 'kept', retired: 'ended' } },
  'duty-task': { state: { due: 'start', 'to-sign': 'start', done: 'kept', missed: 'broken' } },
}
