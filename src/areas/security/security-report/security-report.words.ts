import { wordsFor } from '../../../record/record.ts'
import { securityReport } from './security-report.record.ts'

export const securityReportWords = wordsFor(securityReport, {
  name: ['安全事件报告', 'Report of a security incident'],
  plural: ['安全事件报告', 'Reports of security incidents'],
  empty: [
    '没有您可以查阅的报告。安全事件定级后,按报告规则应报的会列在这里。',
    'None that you may read. Once a security incident is graded, what its rules want stands here.',
  ],
  fields: {
    securityIncident: ['安全事件', 'Security incident'],
    rule: ['报告规则', 'Reporting rule'],
    authority: ['报告对象', 'Authority'],
    dueAt: ['报告期限', 'Due at'],
    readers: ['知情人', 'Who needs to know'],
    text: ['报告正文', 'Text'],
    recipient: ['接收人', 'Told to'],
    channel: ['报告方式', 'By'],
    sentAt: ['报告时间', 'Sent at'],
    sentBy: ['报告人', 'Sent by'],
    receipt: ['回执', 'Receipt'],
    notDueBecause: ['无需报告的理由', 'Why it is not due'],
    notDueBy: ['认定人', 'Who says so'],
  },
  states: {
    due: ['待报告', 'Due'],
    sent: ['已报告', 'Sent'],
    'not-due': ['无需报告', 'Not due'],
    lapsed: ['不再适用', 'Fallen away'],
  },
  verbs: {
    send: ['登记已报告', 'Note as sent'],
    'note-receipt': ['补登回执', 'Note the receipt'],
    'need-not': ['无需报告', 'Not due'],
    lapse: ['不再适用', 'Fall away'],
    'fall-due': ['重新适用', 'Is due again'],
  },
  acts: {
    'clock-report-due': ['报告时限将到', 'it is due soon'],
    'clock-report-late': ['报告已超时', 'it is late'],
  },
  choices: {
    channel: {
      phone: ['电话', 'Telephone'],
      platform: ['报送平台', 'Reporting platform'],
      mail: ['电子邮件', 'Mail'],
      fax: ['传真', 'Fax'],
      letter: ['书面', 'Letter'],
      visit: ['当面', 'In person'],
    },
  },
})
