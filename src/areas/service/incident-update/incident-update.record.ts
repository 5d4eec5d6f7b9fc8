import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, role } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'

/** What those affected by a major incident were told (故障通报), and when. Nothing of it is changed or removed. */
export const incidentUpdate = defineRecord('incident-update', {
  number: 'UPD',
  plural: 'incident-updates',
  label: 'text',
  fields: {
    major: f.link('major-incident', { by: 'once', filter: true }),
    text: f.prose({ by: 'once', max: 4_000, search: true }),
    textEn: f.prose({ by: 'once', optional: true, max: 4_000 }),
    audience: f.choice(['everyone', 'it', 'management'], { by: 'once', default: 'everyone', filter: true }),
  },
  states: ['given'],
  transitions: {},
  access: { read: any(desk, role('auditor', 'admin')), create: desk, update: nobody },
  appendOnly: true,
})
