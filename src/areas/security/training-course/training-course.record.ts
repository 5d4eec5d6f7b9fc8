import { f } from '../../../record/field.ts'
import { fault } from '../../../record/problem.ts'
import { defineRecord } from '../../../record/record.ts'
import { everyone, role } from '../../../record/rule.ts'

const keeper = role('manager', 'admin')

export const topics = ['security', 'other'] as const

/** A training course (培训课程): what it is about, how long it takes, from which mark it is passed, and how long that is good for. */
export const trainingCourse = defineRecord('training-course', {
  number: 'TRC',
  plural: 'training-courses',
  label: 'name',
  fields: {
    code: f.text({ max: 40, by: 'once', unique: true, filter: true, sort: true }),
    name: f.text({ max: 120, search: true, sort: true }),
    nameEn: f.text({ max: 160, optional: true }),
    topic: f.choice(topics, { default: 'security', filter: true }),
    hours: f.number({ min: 0.5, max: 400, integer: false }),
    /** Out of a hundred; empty where nobody is examined. */
    passMark: f.number({ optional: true, min: 0, max: 100 }),
    validDays: f.number({ default: 365, min: 1, max: 3_650 }),
    audience: f.choice(['all', 'it', 'posts'], { default: 'all', filter: true }),
    posts: f.links('post'),
    content: f.prose({ optional: true, max: 4_000 }),
  },
  states: ['offered', 'closed'],
  transitions: {
    close: { from: 'offered', to: 'closed', allow: keeper },
    reopen: {
      from: 'closed',
      to: 'offered',
      allow: keeper,
      guard: ({ audience, posts }) =>
        audience === 'posts' && posts.length === 0
          ? [fault('posts', 'required', '请选择岗位。', 'Choose the posts.')]
          : [],
    },
  },
  access: { read: everyone, create: keeper, update: keeper },
})
