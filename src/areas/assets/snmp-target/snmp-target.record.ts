import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'

export const authProtocols = ['none', 'md5', 'sha', 'sha256', 'sha512'] as const
export const privProtocols = ['none', 'des', 'aes', 'aes256'] as const

/** A network device that is asked by SNMP what it is (SNMP 采集), by a community (v2c) or as a user (v3). */
export const snmpTarget = defineRecord('snmp-target', {
  number: 'SNM',
  plural: 'snmp-targets',
  label: 'name',
  fields: {
    name: f.text({ max: 120, search: true, sort: true }),
    host: f.text({ max: 253, search: true, filter: true }),
    port: f.number({ default: 161, min: 1, max: 65_535 }),
    protocol: f.choice(['v2c', 'v3'], { default: 'v2c' }),
    /** Of v3. */
    user: f.text({ max: 80, optional: true }),
    auth: f.choice(authProtocols, { default: 'none' }),
    priv: f.choice(privProtocols, { default: 'none' }),
    every: f.choice(['hour', 'day', 'week'], { default: 'day' }),
    /** Its community or keys are set; they are shown to nobody. */
    secretSet: f.flag({ by: 'system', default: false }),
    /** What the last asking came to, where that was nothing. */
    trouble: f.text({ max: 300, by: 'system', optional: true }),
  },
  states: ['active', 'stopped'],
  transitions: {
    stop: { from: 'active', to: 'stopped', allow: keeper, set: () => ({ trouble: null }) },
    resume: { from: 'stopped', to: 'active', allow: keeper },
  },
  access: { read: staff, create: keeper, update: keeper, notes: nobody },
})
