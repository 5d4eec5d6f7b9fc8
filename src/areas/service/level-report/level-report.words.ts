import { wordsFor } from '../../../record/record.ts'
import { levelReport } from './level-report.record.ts'

export const levelReportWords = wordsFor(levelReport, {
  name: ['服务月报', 'Service level report'],
  plural: ['服务月报', 'Service level reports'],
  empty: [
    '还没有月报。协议生效后,每月第一个工作日自动编制上月的月报。',
    'No reports yet. Once an agreement is in force, the report of the month before is drawn up on the first working day.',
  ],
  fields: {
    title: ['标题', 'Title'],
    titleEn: ['英文标题', 'English title'],
    agreement: ['服务级别协议', 'Agreement'],
    month: ['月份', 'Month'],
    service: ['服务', 'Service'],
    customer: ['客户部门', 'Customer'],
    owner: ['负责人', 'Owner'],
    contact: ['客户方代表', 'For the customer'],
    figures: ['数据', 'Figures'],
    comment: ['信息技术部说明', 'What IT says'],
    actions: ['改进措施', 'Improvement actions'],
    remarks: ['客户意见', 'What the customer says'],
    issuedAt: ['发出时间', 'Issued at'],
    issuedBy: ['发出人', 'Issued by'],
    acknowledgedAt: ['确认时间', 'Acknowledged at'],
    acknowledgedBy: ['确认人', 'Acknowledged by'],
  },
  states: { draft: ['草稿', 'Draft'], issued: ['已发出', 'Issued'], acknowledged: ['已确认', 'Acknowledged'] },
  verbs: { issue: ['发出', 'Issue'], acknowledge: ['确认', 'Acknowledge'] },
  choices: {},
})
