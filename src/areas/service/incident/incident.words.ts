import { wordsFor } from '../../../record/record.ts'
import { incident } from './incident.record.ts'

const levels = { high: ['高', 'High'], medium: ['中', 'Medium'], low: ['低', 'Low'] } as const

export const incidentWords = wordsFor(incident, {
  name: ['故障', 'Incident'],
  plural: ['故障', 'Incidents'],
  empty: ['没有故障。发现异常时从告警或这里登记。', 'No incidents. Open one from an alarm, or here.'],
  fields: {
    title: ['标题', 'Title'],
    description: ['现象', 'Description'],
    impact: ['影响面', 'Impact'],
    urgency: ['紧急度', 'Urgency'],
    affectsTrading: ['可能影响交易', 'May affect trading'],
    priority: ['优先级', 'Priority'],
    component: ['组件', 'Component'],
    team: ['团队', 'Team'],
    assignee: ['处理人', 'Assignee'],
    tradingDay: ['交易日', 'Trading day'],
    waitingFor: ['等待事项', 'Waiting for'],
    cause: ['原因', 'Cause'],
    resolution: ['解决办法', 'Resolution'],
    resolvedAt: ['解决时间', 'Resolved at'],
    closedAt: ['关闭时间', 'Closed at'],
  },
  states: {
    new: ['新建', 'New'],
    assigned: ['已指派', 'Assigned'],
    'in-progress': ['处理中', 'In progress'],
    waiting: ['等待', 'Waiting'],
    resolved: ['已解决', 'Resolved'],
    closed: ['已关闭', 'Closed'],
  },
  verbs: {
    assign: ['指派', 'Assign'],
    start: ['开始处理', 'Start'],
    wait: ['转等待', 'Wait'],
    resume: ['继续处理', 'Resume'],
    resolve: ['解决', 'Resolve'],
    reopen: ['重新打开', 'Reopen'],
    close: ['关闭', 'Close'],
  },
  clocks: { response: ['响应', 'Response'], resolution: ['解决', 'Resolution'] },
  choices: {
    impact: levels,
    urgency: levels,
    priority: {
      p1: ['P1 最高', 'P1 critical'],
      p2: ['P2 高', 'P2 high'],
      p3: ['P3 中', 'P3 medium'],
      p4: ['P4 低', 'P4 low'],
    },
  },
})
