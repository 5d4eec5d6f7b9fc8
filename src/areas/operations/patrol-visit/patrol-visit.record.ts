import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, nobody, role } from '../../../record/rule.ts'
import { valuesSchema } from '../checkpoint/reading.settings.ts'

/** One visit of a checkpoint in one round (巡检记录): what was read, by whom and when. Nothing of it is changed or removed. */
export const patrolVisit = defineRecord('patrol-visit', {
  number: 'PTV',
  plural: 'patrol-visits',
  label: 'title',
  fields: {
    task: f.link('duty-task', { by: 'once', filter: true }),
    checkpoint: f.link('checkpoint', { by: 'once', filter: true }),
    /** Made by the device, so that what is sent twice is there once. */
    key: f.text({ by: 'once', max: 40, unique: true }),
    title: f.text({ by: 'system', optional: true, search: true }),
    values: f.json(valuesSchema, { by: 'once', default: {} }),
    note: f.prose({ by: 'once', optional: true, max: 1_000 }),
    /** Whether the label was read on the spot, or the checkpoint picked from the list. */
    how: f.choice(['scanned', 'picked'], { by: 'once', default: 'picked', filter: true }),
    /** When it was really visited; received as it was created. */
    visitedAt: f.instant({ by: 'once', sort: true }),
    device: f.text({ by: 'once', optional: true, max: 80 }),
    visitor: f.link('person', { by: 'system', filter: true }),
    /** The readings that were out of range, by name. */
    out: f.json(z.array(z.string()), { by: 'system', default: [] }),
    isOut: f.flag({ by: 'system', default: false, filter: true }),
  },
  states: ['kept'],
  transitions: {},
  access: { read: everyone, create: role('operator', 'checker', 'engineer', 'manager'), update: nobody },
  appendOnly: true,
})
