import type { Words } from '../../../../record/words.ts'

export const boardScreenWords = {
  agenda: ['议程', 'Agenda'],
  none: [
    '没有等待评审的变更。变更评估后自动列入;也可以加入一个,写明理由。',
    'Nothing waits. A change comes here by itself once it is assessed; or add one and say why.',
  ],
  add: ['加入变更', 'Add a change'],
  calendar: ['日历文件', 'Calendar file'],
  minutes: ['会议纪要 PDF', 'Minutes as PDF'],
  previous: ['上一项', 'Previous'],
  next: ['下一项', 'Next'],
  window: ['计划时间', 'Window'],
  noWindow: ['未定', 'Not planned yet'],
  began: ['已于此时开始', 'Began'],
  risk: ['风险', 'Risk'],
  owner: ['负责人', 'Owner'],
  reason: ['事由', 'Reason'],
  waitsForSession: ['开会后逐项记录意见。', 'Advice is noted once the meeting is in session.'],
  board: ['变更评审会', 'Advisory board'],
  progress: ['已评审', 'Advised'],
} as const satisfies Record<string, Words>
