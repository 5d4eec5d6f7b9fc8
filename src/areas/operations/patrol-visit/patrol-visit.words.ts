import { wordsFor } from '../../../record/record.ts'
import { patrolVisit } from './patrol-visit.record.ts'

export const patrolVisitWords = wordsFor(patrolVisit, {
  name: ['巡检记录', 'Patrol visit'],
  plural: ['巡检记录', 'Patrol visits'],
  empty: [
    '还没有巡检记录。到时在手机上打开巡检任务,逐点扫码抄数。',
    'No visits yet. When a round is due, open it on a phone and go from checkpoint to checkpoint.',
  ],
  fields: {
    task: ['巡检任务', 'Round'],
    checkpoint: ['巡检点', 'Checkpoint'],
    key: ['标识', 'Key'],
    title: ['名称', 'Title'],
    values: ['读数', 'Readings'],
    note: ['备注', 'Note'],
    how: ['确认方式', 'Found by'],
    visitedAt: ['巡检时间', 'Visited at'],
    device: ['设备', 'Device'],
    visitor: ['巡检人', 'Visited by'],
    out: ['越限读数', 'Out of range'],
    isOut: ['有越限', 'Out of range?'],
  },
  states: { kept: ['已记录', 'Kept'] },
  verbs: {},
  choices: { how: { scanned: ['扫码', 'Its label'], picked: ['从列表选', 'The list'] } },
})
