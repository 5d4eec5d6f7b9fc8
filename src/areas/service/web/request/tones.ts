import type { WebArea } from '../../../../web/plugin.ts'

/** What the states of requests, their tasks and what can be ordered say at a glance. */
export const requestTones: NonNullable<WebArea['tones']> = {
  request: {
    state: {
      new: 'start',
      approved: 'late',
      'in-fulfilment': 'progress',
      waiting: 'start',
      fulfilled: 'kept',
      closed: 'ended',
      rejected: 'broken',
      cancelled: 'ended',
    },
    priority: { high: 'broken' },
    fulfilment: { whole: 'kept', partly: 'late' },
  },
  'request-task': { state: { waiting: 'start', ready: 'late', doing: 'progress', done: 'kept', skipped: 'ended' } },
  offering: { state: { published: 'kept', superseded: 'ended', retired: 'ended' } },
}
