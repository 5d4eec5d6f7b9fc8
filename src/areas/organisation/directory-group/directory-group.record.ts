import { f } from '../../../record/field.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { role } from '../../../record/rule.ts'

/**
 * What a group of the firm's directory means here: its members hold a role, belong to a team, or both. Roles that no group
 * names are given by hand and left alone by the synchronisation.
 */
export const directoryGroup = defineRecord('directory-group', {
  number: 'DGR',
  plural: 'directory-groups',
  label: 'dn',
  fields: {
    /** As the directory writes it: `cn=operators,ou=groups,dc=example`. */
    dn: f.text({ max: 400, unique: true, search: true }),
    role: f.link('role', { optional: true, filter: true }),
    team: f.link('team', { optional: true, filter: true }),
    note: f.prose({ optional: true }),
  },
  states: ['active', 'closed'],
  transitions: {
    close: { from: 'active', to: 'closed', allow: role('admin') },
    reopen: { from: 'closed', to: 'active', allow: role('admin') },
  },
  access: { read: role('admin', 'auditor'), create: role('admin'), update: role('admin') },
})

/** A group that means nothing would only look as if it did. */
export const meansSomething = (row: { readonly role: string | null; readonly team: string | null }): Fault[] =>
  row.role === null && row.team === null
    ? [fault('role', 'required', '请至少指定角色或团队之一。', 'Name a role, a team, or both.')]
    : []
