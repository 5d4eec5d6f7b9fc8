import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, nobody } from '../../../record/rule.ts'

/**
 * Something that happened by itself: a probe's verdict changed, or a source outside said that something began or was over.
 * An alarm is what a person must act on; events are what it is made of. One per change and not per check, so they are few
 * enough to be ordinary records.
 */
export const event = defineRecord('event', {
  number: 'EVT',
  plural: 'events',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', search: true }),
    titleEn: f.text({ by: 'system', optional: true }),
    at: f.instant({ by: 'system', sort: true }),
    component: f.link('component', { by: 'system', optional: true, filter: true }),
    probe: f.link('probe', { by: 'system', optional: true, filter: true }),
    from: f.choice(['unknown', 'up', 'slow', 'down'], { by: 'system', optional: true }),
    to: f.choice(['unknown', 'up', 'slow', 'down'], { by: 'system', optional: true, filter: true }),
    /** What the check found: `HTTP 503`, `ECONNREFUSED`. */
    note: f.text({ by: 'system', optional: true }),
    /** The alarm it raised or was counted on. */
    alarm: f.link('alarm', { by: 'system', optional: true, filter: true }),
    /** The failed component that explains it, so that no alarm was raised. */
    behind: f.link('component', { by: 'system', optional: true, filter: true }),
    /** Who outside said so, where no probe of ours did. */
    source: f.link('event-source', { by: 'system', optional: true, filter: true }),
    /** The maintenance window that held it back. */
    maintenance: f.link('maintenance-window', { by: 'system', optional: true, filter: true }),
    tradingDay: f.tradingDay(),
  },
  states: ['recorded'],
  transitions: {},
  access: { read: everyone, create: nobody, update: nobody },
  appendOnly: true,
})
