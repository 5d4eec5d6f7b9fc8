import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody } from '../../../record/rule.ts'
import { accountSources } from '../access-system/access-system.record.ts'
import { staff } from '../keepers.rules.ts'

/**
 * The accounts of one system as they were read at an instant (账号清单), known by the digest of what was read. Only a complete one
 * says that what is not in it is not there.
 */
export const accountList = defineRecord('account-list', {
  number: 'ACL',
  plural: 'account-lists',
  label: 'title',
  fields: {
    title: f.text({ by: 'system', max: 200, search: true }),
    system: f.link('access-system', { by: 'system', filter: true }),
    takenAt: f.instant({ by: 'system', filter: true, sort: true }),
    /** The last time that it was read anew and said the same. */
    sameAt: f.instant({ by: 'system', optional: true, sort: true }),
    complete: f.flag({ by: 'system', default: false, filter: true }),
    source: f.choice(accountSources, { by: 'system', default: 'csv', filter: true }),
    /** Whose hand it came from. */
    broughtBy: f.link('person', { by: 'system', optional: true }),
    digest: f.text({ by: 'system', max: 64 }),
    accounts: f.number({ by: 'system', default: 0 }),
    /** In what it differs from what was known before. */
    came: f.number({ by: 'system', default: 0 }),
    changed: f.number({ by: 'system', default: 0 }),
    went: f.number({ by: 'system', default: 0 }),
  },
  states: ['taken'],
  transitions: {},
  access: { read: staff, create: nobody, update: nobody },
})
