import { wordsFor } from '../../../record/record.ts'
import { survey } from './survey.record.ts'

export const surveyWords = wordsFor(survey, {
  name: ['满意度调查', 'Survey'],
  plural: ['满意度调查', 'Surveys'],
  empty: [
    '还没有调查。先建一个「关闭后」调查:故障关闭时自动邀请报告人评价。',
    'No surveys yet. Make one for “after closing”: whoever reported an incident is then asked by itself.',
  ],
  fields: {
    title: ['标题', 'Title'],
    kind: ['何时询问', 'Asked'],
    service: ['服务', 'Service'],
    questions: ['问题', 'Questions'],
    to: ['询问对象(集中调查)', 'Asked of (when of everybody at once)'],
    naming: ['是否记名', 'Named or not'],
    openDays: ['有效期(天)', 'Open for (days)'],
    openedAt: ['开始时间', 'Opened at'],
    endedAt: ['结束时间', 'Ended at'],
  },
  states: { draft: ['草稿', 'Draft'], open: ['进行中', 'Open'], ended: ['已结束', 'Ended'] },
  verbs: { open: ['开始', 'Open'], end: ['结束', 'End'] },
  choices: {
    kind: { 'after-closing': ['关闭后', 'After closing'], periodic: ['集中调查', 'Of everybody at once'] },
    naming: { named: ['记名', 'Named'], anonymous: ['不记名', 'Anonymous'] },
  },
})
