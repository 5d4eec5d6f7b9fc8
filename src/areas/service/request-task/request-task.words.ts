import { wordsFor } from '../../../record/record.ts'
import { requestTask } from './request-task.record.ts'

export const requestTaskWords = wordsFor(requestTask, {
  name: ['任务', 'Task'],
  plural: ['任务', 'Tasks'],
  empty: [
    '没有任务。请求获批后,任务按服务项目自动生成。',
    'No tasks. They are made by themselves once a request is agreed to.',
  ],
  fields: {
    request: ['服务请求', 'Request'],
    position: ['序号', 'Position'],
    key: ['标识', 'Key'],
    title: ['任务', 'Task'],
    titleEn: ['英文名称', 'Title in English'],
    instructions: ['做法', 'Instructions'],
    instructionsEn: ['英文做法', 'Instructions in English'],
    after: ['前置任务', 'After'],
    team: ['团队', 'Team'],
    assignee: ['经办人', 'Assignee'],
    result: ['结果', 'Result'],
    skipReason: ['跳过的理由', 'Why it was skipped'],
    startedAt: ['开始时间', 'Started at'],
    endedAt: ['结束时间', 'Ended at'],
  },
  states: {
    waiting: ['未到', 'Waiting'],
    ready: ['待办', 'Ready'],
    doing: ['在办', 'Doing'],
    done: ['完成', 'Done'],
    skipped: ['跳过', 'Skipped'],
  },
  verbs: { release: ['放行', 'Release'], take: ['接手', 'Take'], done: ['完成', 'Done'], skip: ['跳过', 'Skip'] },
  choices: {},
})
