import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, nobody, role } from '../../../record/rule.ts'
import { desk } from '../desk.rules.ts'
import { levels, priorities } from '../incident/incident.rules.ts'

const keeper = role('manager', 'admin')

/**
 * One cell of the priority matrix (优先级规则) as the firm has set it: the priority of an impact and an urgency. The newest of a
 * cell is in force; a cell that nobody has set is as the house comes (`usualMatrix`).
 */
export const priorityRule = defineRecord('priority-rule', {
  number: 'PRI',
  plural: 'priority-rules',
  label: 'reason',
  fields: {
    impact: f.choice(levels, { by: 'once', filter: true }),
    urgency: f.choice(levels, { by: 'once', filter: true }),
    priority: f.choice(priorities, { by: 'once', filter: true }),
    reason: f.text({ by: 'once', max: 200 }),
  },
  states: ['in-force', 'superseded'],
  transitions: {
    /** By itself, when a newer one of its cell is made. */
    supersede: { from: 'in-force', to: 'superseded', allow: nobody },
    withdraw: { from: 'in-force', to: 'superseded', allow: keeper },
  },
  access: { read: any(desk, role('auditor', 'admin')), create: keeper, update: nobody },
})
