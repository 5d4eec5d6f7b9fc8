import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, everyone, inState, role } from '../../../record/rule.ts'

/** Who draws up rosters. */
export const rosterKeeper = role('manager', 'engineer')

const proved = ({ findings }: { findings: number | null }): Fault[] =>
  findings === null
    ? [fault('', 'not-proved', '请先排班:还没有任何值班可以证明。', 'Plan it first: there is no duty to be proved.')]
    : []

const whole = (row: { findings: number | null }): Fault[] =>
  (row.findings ?? 0) > 0
    ? [
        fault(
          '',
          'holes',
          `还有 ${row.findings} 处空岗或违规;须填补,或说明理由并由另一人签字放行。`,
          `The proof finds ${row.findings} faults: mend them, or give a reason and have somebody else sign.`,
        ),
      ]
    : proved(row)

/** A roster (值班表): who is on duty where in a period, planned, proved and then published. */
export const roster = defineRecord('roster', {
  number: 'ROS',
  plural: 'rosters',
  label: 'title',
  fields: {
    title: f.text({ max: 120, search: true }),
    startsOn: f.date({ filter: true, sort: true }),
    endsOn: f.date({ sort: true }),
    /** Who may be planned; of none named, whoever holds a post of its positions. */
    people: f.links('person', { filter: true }),
    restHours: f.number({ min: 0, max: 48, default: 11 }),
    nightsInRow: f.number({ min: 1, max: 31, default: 5 }),
    weekHours: f.number({ min: 1, max: 168, default: 44 }),
    note: f.prose({ optional: true, max: 4_000 }),
    /** What the last proof found: holes, overlaps and broken rules. */
    findings: f.number({ by: 'system', optional: true, min: 0 }),
    provedAt: f.instant({ by: 'system', optional: true }),
    publishedBy: f.link('person', { by: 'system', optional: true }),
    publishedAt: f.instant({ by: 'system', optional: true }),
    overrideReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    overrideAskedBy: f.link('person', { by: 'system', optional: true }),
    overriddenBy: f.link('person', { by: 'system', optional: true }),
  },
  states: ['draft', 'override-asked', 'published', 'withdrawn'],
  transitions: {
    publish: {
      from: 'draft',
      to: 'published',
      allow: rosterKeeper,
      guard: whole,
      set: (_row, { actor, now }) => ({ publishedBy: personId(actor), publishedAt: now }),
    },
    'ask-override': {
      from: 'draft',
      to: 'override-asked',
      allow: rosterKeeper,
      requires: ['overrideReason'],
      guard: proved,
      set: (_row, { actor }) => ({ overrideAskedBy: personId(actor) }),
    },
    'confirm-override': {
      from: 'override-asked',
      to: 'published',
      allow: role('manager', 'admin'),
      guard: (row, moment) =>
        otherThan(
          [
            '带缺口发布须由另一人签字,不能是申请人本人。',
            'Publishing with a hole is signed by somebody other than who asks.',
          ],
          'overrideAskedBy',
        )(row, moment),
      set: (_row, { actor, now }) => ({
        overriddenBy: personId(actor),
        publishedBy: personId(actor),
        publishedAt: now,
      }),
      sign: true,
    },
    'refuse-override': {
      from: 'override-asked',
      to: 'draft',
      allow: role('manager', 'admin'),
      set: () => ({ overrideAskedBy: null, overrideReason: null }),
    },
    withdraw: { from: ['draft', 'override-asked'], to: 'withdrawn', allow: rosterKeeper },
  },
  access: { read: everyone, create: rosterKeeper, update: all(inState('draft'), rosterKeeper) },
})
