import { wordsFor } from '../../../record/record.ts'
import { dutyTask } from './duty-task.record.ts'

export const dutyTaskWords = wordsFor(dutyTask, {
  name: ['例行任务', 'Duty task'],
  plural: ['例行任务', 'Duty tasks'],
  empty: ['例行工作每到一次时间,就在这里成为一条任务。', 'Each time a periodic duty falls due it becomes a task here.'],
  fields: {
    duty: ['例行工作', 'Periodic duty'],
    key: ['期次', 'Occurrence'],
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'Title in English'],
    post: ['责任岗位', 'Post'],
    route: ['巡检路线', 'Patrol route'],
    asks: ['办结方式', 'Settled by'],
    statement: ['办结声明', 'What is attested'],
    dueOn: ['应办日期', 'Due on'],
    opensAt: ['开始办理', 'Opens at'],
    dueBy: ['应完成', 'Due by'],
    closesAt: ['错过时刻', 'Missed after'],
    note: ['办理情况', 'Note'],
    doneBy: ['办理人', 'Done by'],
    doneAt: ['办结时间', 'Done at'],
    late: ['逾期办结', 'Done late'],
    missedReason: ['错过原因', 'Why it was missed'],
    explainedBy: ['说明人', 'Explained by'],
    tradingDay: ['交易日', 'Trading day'],
  },
  states: {
    due: ['待办', 'Due'],
    'to-sign': ['待签字', 'To be signed'],
    done: ['已办结', 'Done'],
    missed: ['错过', 'Missed'],
  },
  verbs: {
    done: ['办结', 'Done'],
    attest: ['签字办结', 'Attest and sign'],
    miss: ['错过', 'Missed'],
    complete: ['补到办结', 'Completed later'],
    explain: ['说明原因', 'Say why'],
  },
  choices: { asks: { due: ['办结即可', 'Done'], 'to-sign': ['签字', 'Signature'] } },
})
