import { f } from '../../../record/field.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { all, any, everyone, inState, nobody, role, self } from '../../../record/rule.ts'

const keeper = role('engineer', 'manager', 'auditor', 'admin')

interface Meant {
  readonly everybody: boolean
  readonly departments: readonly string[]
  readonly posts: readonly string[]
  readonly roles: readonly string[]
}

/** It is for everybody, or for some who are named. */
const meansSomebody = ({ everybody, departments, posts, roles }: Meant) =>
  everybody || departments.length + posts.length + roles.length > 0
    ? []
    : [fault('departments', 'required', '请选择全体人员,或部门、岗位、角色。', 'Choose everybody, or some of them.')]

/**
 * An edition of a policy that is read and signed by whom it concerns (阅读签字活动). Who they are is asked anew whenever people come,
 * go or change: joiners are asked by themselves. Another text in effect asks all of them again, by a campaign of its own.
 */
export const readingCampaign = defineRecord('reading-campaign', {
  number: 'RSC',
  plural: 'reading-campaigns',
  label: 'title',
  fields: {
    policy: f.link('policy', { by: 'once', filter: true }),
    /** As the edition is called. */
    title: f.text({ by: 'system', max: 200, search: true, sort: true }),
    titleEn: f.text({ by: 'system', max: 240, optional: true, search: true }),
    owner: f.link('person', { filter: true }),
    everybody: f.flag({ default: false }),
    /** With the departments below them. */
    departments: f.links('department'),
    posts: f.links('post'),
    roles: f.links('role'),
    /** In days, from its opening or from when somebody joins. */
    days: f.number({ default: 14, min: 1, max: 180 }),
    openedOn: f.date({ by: 'system', optional: true }),
    dueOn: f.date({ by: 'system', optional: true, filter: true, sort: true }),
    /** Of exactly the text that is signed. */
    digest: f.text({ by: 'system', optional: true, max: 64 }),
    /** The one whose text this one's has replaced. */
    follows: f.link('reading-campaign', { by: 'system', optional: true }),
    closeReason: f.prose({ by: 'system', optional: true, max: 2_000 }),
  },
  states: ['draft', 'running', 'superseded', 'closed'],
  transitions: {
    open: {
      from: 'draft',
      to: 'running',
      allow: any(self('owner'), role('manager', 'admin')),
      guard: meansSomebody,
    },
    /** By itself, when another text takes effect. */
    supersede: { from: 'running', to: 'superseded', allow: nobody },
    close: {
      from: ['draft', 'running'],
      to: 'closed',
      allow: any(self('owner'), role('manager', 'admin')),
      requires: ['closeReason'],
    },
  },
  access: { read: everyone, create: keeper, update: all(inState('draft'), any(self('createdBy'), self('owner'))) },
})
