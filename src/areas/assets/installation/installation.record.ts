import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { keeper, staff } from '../keepers.rules.ts'

/**
 * One release of a product on one asset (软件安装). It is there until a report of the machine no longer names it; an upgrade ends
 * one and begins another.
 */
export const installation = defineRecord('installation', {
  number: 'INS',
  plural: 'installations',
  label: 'reportedAs',
  fields: {
    asset: f.link('asset', { by: 'once', filter: true }),
    software: f.link('software', { by: 'once', filter: true }),
    release: f.text({ max: 80, by: 'once', optional: true, filter: true }),
    /** The name as the machine gave it. */
    reportedAs: f.text({ max: 200, by: 'once', search: true }),
    /** Package URL, without qualifiers: `pkg:npm/lodash@4.17.21`. */
    purl: f.text({ max: 400, by: 'once', optional: true, filter: true }),
    source: f.choice(['agent', 'cyclonedx', 'hand'], { by: 'system', default: 'hand', filter: true }),
    firstSeen: f.instant({ by: 'system', optional: true, sort: true }),
    /** Of what is gone: the last report that named it. What is present was named by the last one. */
    lastSeen: f.instant({ by: 'system', optional: true }),
  },
  states: ['present', 'gone'],
  transitions: {
    remove: { from: 'present', to: 'gone', allow: keeper, set: (_row, { now }) => ({ lastSeen: now }) },
    return: { from: 'gone', to: 'present', allow: keeper, set: () => ({ lastSeen: null }) },
  },
  access: { read: staff, create: keeper, update: keeper },
})
