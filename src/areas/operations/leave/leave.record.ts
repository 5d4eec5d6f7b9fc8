import { personId } from '../../../record/actor.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, everyone, inState, role, self } from '../../../record/rule.ts'

const manager = role('manager')
const notOwn = otherThan(['本人不能审批自己的请假。', 'Nobody decides on their own leave.'], 'person')
const decided = (_row: object, { actor, now }: { actor: Parameters<typeof personId>[0]; now: string }) => ({
  decidedBy: personId(actor),
  decidedAt: now,
})

/** A leave (请假): when somebody is away and cannot be on duty. */
export const leave = defineRecord('leave', {
  number: 'LVE',
  plural: 'leaves',
  label: 'title',
  fields: {
    /** Who and when: as it is named elsewhere. */
    title: f.text({ by: 'system', optional: true, search: true }),
    person: f.link('person', { by: 'once', filter: true }),
    kind: f.choice(['annual', 'sick', 'personal', 'training', 'other'], { default: 'annual', filter: true }),
    startsAt: f.instant({ sort: true }),
    endsAt: f.instant(),
    note: f.prose({ optional: true, max: 2_000, secret: any(self('person'), manager) }),
    decidedBy: f.link('person', { by: 'system', optional: true }),
    decidedAt: f.instant({ by: 'system', optional: true }),
  },
  states: ['asked', 'approved', 'refused', 'withdrawn'],
  transitions: {
    approve: {
      from: 'asked',
      to: 'approved',
      allow: manager,
      guard: (row, moment) => notOwn(row, moment),
      set: decided,
    },
    refuse: { from: 'asked', to: 'refused', allow: manager, guard: (row, moment) => notOwn(row, moment), set: decided },
    withdraw: { from: ['asked', 'approved'], to: 'withdrawn', allow: any(self('person'), manager) },
  },
  access: {
    read: everyone,
    create: any(self('person'), manager),
    update: all(inState('asked'), any(self('person'), manager)),
  },
})

export const leaveFaults = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  startsAt < endsAt ? [] : [fault('endsAt', 'order', '须晚于开始。', 'This must be after the beginning.')]
