import { f } from '../../../record/field.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { any, role, self, team } from '../../../record/rule.ts'

const theirs = any(self('person'), team('team'), role('manager', 'admin'))

/** A calendar feed of duties (值班日历订阅) of one person or one team, at an address that is its only key. */
export const dutyFeed = defineRecord('duty-feed', {
  number: 'DFD',
  plural: 'duty-feeds',
  label: 'name',
  fields: {
    name: f.text({ max: 80, search: true }),
    /** Of a person, or of all in a team. */
    person: f.link('person', { by: 'once', optional: true, filter: true }),
    team: f.link('team', { by: 'once', optional: true, filter: true }),
    lang: f.choice(['zh', 'en'], { default: 'zh' }),
    /** It has an address; only its digest is kept. */
    secretSet: f.flag({ by: 'system', default: false }),
  },
  states: ['active', 'revoked'],
  transitions: { revoke: { from: 'active', to: 'revoked', allow: theirs } },
  access: { read: theirs, create: theirs, update: theirs },
})

export const feedFaults = ({ person, team }: { person: string | null; team: string | null }) =>
  (person === null) !== (team === null)
    ? []
    : [fault('person', 'one-of', '人员与团队须选其一。', 'Choose either a person or a team.')]
