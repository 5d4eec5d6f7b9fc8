import { wordsFor } from '../../../record/record.ts'
import { roster } from './roster.record.ts'

export const rosterWords = wordsFor(roster, {
  name: ['值班表', 'Roster'],
  plural: ['值班表', 'Rosters'],
  empty: [
    '还没有值班表。先设值班位置与班制,再为一段日期新建值班表并自动排班。',
    'No rosters yet. Set up positions and shift patterns, then make a roster for a period and have it filled.',
  ],
  fields: {
    title: ['名称', 'Title'],
    startsOn: ['自', 'From'],
    endsOn: ['至', 'Until'],
    people: ['参加排班(空为全部合格人员)', 'Who is planned (empty: all who qualify)'],
    restHours: ['两班之间至少休息(小时)', 'Rest between duties (hours)'],
    nightsInRow: ['连续夜班最多', 'Nights in a row at most'],
    weekHours: ['每周工时上限(小时)', 'Hours a week at most'],
    note: ['备注', 'Note'],
    findings: ['空岗与违规', 'Faults found'],
    provedAt: ['检查时间', 'Proved at'],
    publishedBy: ['发布人', 'Published by'],
    publishedAt: ['发布时间', 'Published at'],
    overrideReason: ['带缺口发布的理由', 'Why it is published with a hole'],
    overrideAskedBy: ['申请放行', 'Override asked by'],
    overriddenBy: ['签字放行', 'Override signed by'],
  },
  states: {
    draft: ['编制中', 'Draft'],
    'override-asked': ['待签字放行', 'Override asked'],
    published: ['已发布', 'Published'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  verbs: {
    publish: ['发布', 'Publish'],
    'ask-override': ['申请带缺口发布', 'Ask to publish with holes'],
    'confirm-override': ['签字放行', 'Sign the override'],
    'refuse-override': ['不予放行', 'Refuse the override'],
    withdraw: ['撤回', 'Withdraw'],
  },
  choices: {},
  acts: { assign: ['排班', 'Assign'], generate: ['自动排班', 'Fill'] },
})
