import { wordsFor } from '../../../record/record.ts'
import { problem } from './problem.record.ts'

export const problemWords = wordsFor(problem, {
  name: ['问题', 'Problem'],
  plural: ['问题', 'Problems'],
  empty: [
    '没有问题。同一组件反复出现同样的故障时,系统会自动登记一个。',
    'No problems. When one component fails the same way again and again, one is logged by itself.',
  ],
  fields: {
    title: ['标题', 'Title'],
    description: ['说明', 'Description'],
    priority: ['优先级', 'Priority'],
    component: ['组件', 'Component'],
    service: ['服务', 'Service'],
    incidents: ['相关故障', 'Incidents'],
    occurrences: ['发生次数', 'Occurrences'],
    signature: ['特征', 'Signature'],
    team: ['团队', 'Team'],
    owner: ['负责人', 'Owner'],
    whys: ['五个为什么', 'Five whys'],
    fishbone: ['鱼骨图', 'Fishbone'],
    rootCause: ['根本原因', 'Root cause'],
    workaround: ['临时办法', 'Workaround'],
    fix: ['对应变更', 'Fix'],
    closeReason: ['关闭原因', 'Why it was closed'],
    solvedAt: ['解决时间', 'Solved at'],
  },
  states: {
    logged: ['已登记', 'Logged'],
    analysed: ['已分析', 'Analysed'],
    'known-error': ['已知错误', 'Known error'],
    'fix-in-change': ['变更中', 'Fix in change'],
    solved: ['已解决', 'Solved'],
    closed: ['未解决关闭', 'Closed without a solution'],
  },
  verbs: {
    analyse: ['完成分析', 'Analysed'],
    'make-known': ['列为已知错误', 'Make a known error'],
    'begin-fix': ['交由变更解决', 'Fix by a change'],
    'fail-fix': ['变更未能解决', 'The fix did not hold'],
    solve: ['解决', 'Solve'],
    close: ['不解决,关闭', 'Close without a solution'],
  },
  choices: { priority: { high: ['高', 'High'], medium: ['中', 'Medium'], low: ['低', 'Low'] } },
})
