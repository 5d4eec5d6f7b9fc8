import { z } from 'zod'
import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, inState, nobody, self } from '../../../record/rule.ts'
import { keeper, staff } from '../keepers.rules.ts'
import { matchedBys } from './match.rules.ts'
import { ghostReasons, standings } from './standing.rules.ts'

const codes = () => f.json(z.array(z.string().max(120)).max(300), { by: 'system', default: [] })

/**
 * An account of a system as it is (账号): what the system's own list says of it, whose it is, and how that stands to what was
 * granted. Only a later complete list takes it away; one that is in a list again is back.
 */
export const systemAccount = defineRecord('system-account', {
  number: 'SAC',
  plural: 'system-accounts',
  label: 'login',
  fields: {
    system: f.link('access-system', { by: 'system', filter: true }),
    login: f.text({ by: 'system', max: 120, search: true, sort: true }),
    name: f.text({ by: 'system', max: 120, optional: true, search: true }),
    /** As the list has them; who is matched by them follows. */
    employeeNo: f.text({ by: 'system', max: 40, optional: true }),
    mail: f.text({ by: 'system', max: 200, optional: true }),
    /** Whose it is; of a shared one, who answers for it. */
    person: f.link('person', { by: 'system', optional: true, filter: true }),
    matchedBy: f.choice(matchedBys, { by: 'system', optional: true, filter: true }),
    matchReason: f.prose({ by: 'system', optional: true, max: 1_000 }),
    standing: f.choice(standings, { by: 'system', default: 'orphan', filter: true }),
    ghostOf: f.choice(ghostReasons, { by: 'system', optional: true, filter: true }),
    rights: codes(),
    /** Those of its rights that no grant covers. */
    beyond: codes(),
    /** The list says so, or one of its rights is. */
    privileged: f.flag({ by: 'system', default: false, filter: true }),
    saidPrivileged: f.flag({ by: 'system', optional: true }),
    shared: f.flag({ default: false, filter: true }),
    secondFactor: f.flag({ by: 'system', optional: true, filter: true }),
    disabled: f.flag({ by: 'system', default: false, filter: true }),
    lastUsedAt: f.instant({ by: 'system', optional: true, sort: true }),
    /** The list by which it came, and that by which it was gone. */
    cameWith: f.link('account-list', { by: 'system', optional: true }),
    goneWith: f.link('account-list', { by: 'system', optional: true }),
    reviewedAt: f.instant({ by: 'system', optional: true, sort: true }),
    note: f.prose({ optional: true, max: 2_000 }),
  },
  states: ['present', 'gone'],
  transitions: {
    match: {
      from: 'present',
      to: 'present',
      allow: keeper,
      requires: ['person', 'matchReason'],
      set: () => ({ matchedBy: 'hand' }),
    },
    /** It was taken for somebody else's; the next list looks anew. */
    unmatch: {
      from: 'present',
      to: 'present',
      allow: keeper,
      requires: ['matchReason'],
    },
    /** By themselves, with a list. */
    vanish: { from: 'present', to: 'gone', allow: nobody, accepts: ['goneWith'] },
    reappear: { from: 'gone', to: 'present', allow: nobody, accepts: ['cameWith'], set: () => ({ goneWith: null }) },
  },
  access: { read: any(self('person'), staff), create: nobody, update: all(inState('present'), keeper) },
})
