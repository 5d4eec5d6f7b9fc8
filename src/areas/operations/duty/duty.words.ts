import { wordsFor } from '../../../record/record.ts'
import { duty } from './duty.record.ts'

export const dutyWords = wordsFor(duty, {
  name: ['值班', 'Duty'],
  plural: ['值班安排', 'Duties'],
  empty: ['还没有值班安排。在值班表中排班。', 'No duties yet. They are planned in a roster.'],
  fields: {
    title: ['值班', 'Duty'],
    roster: ['值班表', 'Roster'],
    person: ['值班人', 'Person'],
    position: ['位置', 'Position'],
    startsAt: ['自', 'From'],
    endsAt: ['至', 'Until'],
    pattern: ['班制', 'Pattern'],
    fixed: ['手工指定', 'Set by hand'],
    date: ['日期', 'Date'],
    dutyDay: ['交易日', 'Trading day'],
    cancelReason: ['取消原因', 'Why it was cancelled'],
  },
  states: { planned: ['计划', 'Planned'], published: ['生效', 'In force'], cancelled: ['取消', 'Cancelled'] },
  verbs: { publish: ['生效', 'Put in force'], remove: ['移除', 'Remove'], cancel: ['取消', 'Cancel'] },
  choices: {},
})
