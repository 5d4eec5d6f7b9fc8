import { f } from '../../record/field.ts'
import { defineRecord, wordsFor } from '../../record/record.ts'
import { everyone } from '../../record/rule.ts'

/** A record of made-up work, with one field of each kind that the tests beside it need. */
const job = defineRecord('job', {
  number: 'JOB',
  plural: 'jobs',
  label: 'title',
  fields: {
    title: f.text({ search: true }),
    size: f.choice(['big', 'small'], { default: 'small', filter: true, sort: true }),
    owner: f.link('job', { optional: true, filter: true }),
    due: f.instant({ optional: true, filter: true }),
    code: f.text({ by: 'once' }),
    outcome: f.prose({ optional: true }),
    doneAt: f.instant({ optional: true, by: 'system' }),
  },
  states: ['new', 'doing', 'waiting', 'done', 'cancelled'],
  transitions: {
    start: { from: 'new', to: 'doing', allow: everyone },
    finish: { from: ['doing', 'waiting'], to: 'done', allow: everyone, requires: ['outcome'], sign: true },
    wait: { from: 'doing', to: 'waiting', allow: everyone },
    resume: { from: 'waiting', to: 'doing', allow: everyone },
    reopen: { from: 'done', to: 'doing', allow: everyone },
    cancel: { from: ['new', 'doing'], to: 'cancelled', allow: everyone },
  },
  access: { read: everyone, create: everyone, update: everyone },
})

export const sample = {
  record: job,
  words: wordsFor(job, {
    name: ['活', 'Job'],
    plural: ['活', 'Jobs'],
    empty: ['还没有活', 'No jobs yet'],
    fields: {
      title: ['标题', 'Title'],
      size: ['大小', 'Size'],
      owner: ['上级', 'Owner'],
      due: ['期限', 'Due'],
      code: ['代码', 'Code'],
      outcome: ['结果', 'Outcome'],
      doneAt: ['完成于', 'Done at'],
    },
    states: {
      new: ['新建', 'New'],
      doing: ['进行中', 'Doing'],
      waiting: ['等待', 'Waiting'],
      done: ['完成', 'Done'],
      cancelled: ['取消', 'Cancelled'],
    },
    verbs: {
      start: ['开始', 'Start'],
      wait: ['等待', 'Wait'],
      resume: ['继续', 'Resume'],
      finish: ['完成', 'Finish'],
      reopen: ['重开', 'Reopen'],
      cancel: ['取消', 'Cancel'],
    },
    choices: { size: { big: ['大', 'Big'], small: ['小', 'Small'] } },
  }),
}
