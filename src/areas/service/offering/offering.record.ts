import { z } from 'zod'
import { approvalStepSchema } from '../../../record/approval.ts'
import { conditionSchema } from '../../../record/condition.ts'
import { f } from '../../../record/field.ts'
import { otherThan } from '../../../record/lifecycle.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, everyone, inState, nobody, role, self } from '../../../record/rule.ts'
import { formSchema } from './question.rules.ts'
import { plannedTasksSchema } from './task.rules.ts'

/** A step of the approval of a request; it is taken only if its conditions hold of the answers. */
export const orderStepSchema = approvalStepSchema.extend({ when: z.array(conditionSchema).max(10).default([]) })
export type OrderStep = z.output<typeof orderStepSchema>

const keeper = any(self('owner'), role('manager'))

const notTheAuthor = otherThan(
  ['编制人不能发布自己编制的服务项目,须由他人发布。', 'Its author cannot publish it; somebody else must.'],
  'createdBy',
)

/**
 * One edition of an offering (服务项目): what somebody can order of a service, what they are asked, who must agree, what is then
 * done. Editions share `code`; at most one is published. Only a draft can be changed, and only by its author.
 */
export const offering = defineRecord('offering', {
  number: 'OFR',
  plural: 'offerings',
  label: 'title',
  fields: {
    code: f.text({ by: 'once', max: 40, filter: true, sort: true, search: true }),
    edition: f.number({ by: 'system', default: 1, min: 1, sort: true }),
    title: f.text({ max: 80, search: true, sort: true }),
    titleEn: f.text({ max: 80, optional: true, search: true }),
    /** In plain words, for whoever looks for it. */
    summary: f.prose({ max: 500 }),
    summaryEn: f.prose({ max: 500, optional: true }),
    service: f.link('service', { filter: true }),
    /** Departments whose people may order it, those below them among them; everybody where none is named. */
    forWhom: f.links('department'),
    form: f.json(formSchema, { default: [] }),
    approval: f.json(z.array(orderStepSchema).max(10), { default: [] }),
    tasks: f.json(plannedTasksSchema, { default: [] }),
    /** Minutes of the service's hours, from when it is agreed to. */
    responseMinutes: f.number({ optional: true, min: 1, max: 1_000_000 }),
    fulfilMinutes: f.number({ optional: true, min: 1, max: 1_000_000 }),
    /** CNY. */
    cost: f.number({ optional: true, min: 0, max: 100_000_000, integer: false }),
    /** The service's, as of when it was last submitted. */
    owner: f.link('person', { by: 'system', optional: true, filter: true }),
    basedOn: f.link('offering', { by: 'system', optional: true }),
    returnReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
    publishedBy: f.link('person', { by: 'system', optional: true }),
    publishedAt: f.instant({ by: 'system', optional: true, sort: true }),
  },
  states: ['draft', 'in-review', 'published', 'superseded', 'retired'],
  transitions: {
    submit: { from: 'draft', to: 'in-review', allow: self('createdBy'), set: () => ({ returnReason: null }) },
    return: { from: 'in-review', to: 'draft', allow: keeper, requires: ['returnReason'] },
    publish: {
      from: 'in-review',
      to: 'published',
      allow: keeper,
      guard: (row, moment) => notTheAuthor(row as never, moment),
      set: (_row, { actor, now }) => ({ publishedBy: actor.kind === 'person' ? actor.id : null, publishedAt: now }),
      sign: true,
    },
    /** By itself, when a newer edition is published. */
    supersede: { from: 'published', to: 'superseded', allow: nobody },
    /** It can no longer be ordered; what was ordered goes on. */
    retire: { from: 'published', to: 'retired', allow: keeper },
    discard: { from: 'draft', to: 'retired', allow: self('createdBy') },
  },
  access: {
    read: everyone,
    create: role('engineer', 'manager'),
    update: all(inState('draft'), self('createdBy')),
  },
})
