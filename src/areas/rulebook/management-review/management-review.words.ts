import { wordsFor } from '../../../record/record.ts'
import { managementReview } from './management-review.record.ts'

export const managementReviewWords = wordsFor(managementReview, {
  name: ['管理评审', 'Management review'],
  plural: ['管理评审', 'Management reviews'],
  empty: [
    '还没有管理评审。请写明期间和参加人,由系统汇总数据后召开。',
    'No management reviews. Say the period and who takes part; the figures are compiled before it is held.',
  ],
  fields: {
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'English title'],
    startsOn: ['期间开始', 'From'],
    endsOn: ['期间结束', 'To'],
    chair: ['主持人', 'Chair'],
    participants: ['参加人', 'Participants'],
    agenda: ['议题', 'Agenda'],
    figures: ['数据', 'Figures'],
    compiledAt: ['汇总时间', 'Compiled at'],
    heldOn: ['召开日期', 'Held on'],
    minutes: ['会议纪要', 'Minutes'],
    digest: ['内容摘要', 'Digest'],
    signedBy: ['签字人', 'Signed by'],
    signedAt: ['签字时间', 'Signed at'],
    closedAt: ['关闭时间', 'Closed at'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    compiled: ['已汇总', 'Compiled'],
    held: ['已召开', 'Held'],
    signed: ['已签字', 'Signed'],
    closed: ['已关闭', 'Closed'],
  },
  verbs: {
    compile: ['汇总数据', 'Compile'],
    hold: ['召开', 'Hold'],
    sign: ['签字', 'Sign'],
    close: ['关闭', 'Close'],
  },
  choices: {},
})
