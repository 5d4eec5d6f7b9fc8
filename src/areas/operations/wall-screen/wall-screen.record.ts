import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { role } from '../../../record/rule.ts'

/** A big screen on a wall (大屏): shows how things stand at an address that is its only key, and opens nothing else. */
export const wallScreen = defineRecord('wall-screen', {
  number: 'WAL',
  plural: 'wall-screens',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true }),
    place: f.text({ max: 80, optional: true, search: true }),
    lang: f.choice(['zh', 'en'], { default: 'zh' }),
    /** How long each view stands, seconds. */
    seconds: f.number({ default: 15, min: 5, max: 600, integer: true }),
    /** It has an address; only its digest is kept. */
    secretSet: f.flag({ by: 'system', default: false }),
  },
  states: ['active', 'revoked'],
  transitions: { revoke: { from: 'active', to: 'revoked', allow: role('admin') } },
  access: { read: role('admin'), create: role('admin'), update: role('admin') },
})
