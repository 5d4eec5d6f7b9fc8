import { wordsFor } from '../../../record/record.ts'
import { offering } from './offering.record.ts'

export const offeringWords = wordsFor(offering, {
  name: ['服务项目', 'Offering'],
  plural: ['服务项目', 'Offerings'],
  empty: [
    '还没有服务项目。先选一项服务,写明可以申请什么、要填什么、由谁审批、怎样办理。',
    'No offerings yet. Choose a service and say what can be ordered of it, what is asked, who agrees and what is then done.',
  ],
  fields: {
    code: ['代码', 'Code'],
    edition: ['版次', 'Edition'],
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'Title in English'],
    summary: ['简介', 'Summary'],
    summaryEn: ['英文简介', 'Summary in English'],
    service: ['服务', 'Service'],
    forWhom: ['可申请的部门', 'For departments'],
    form: ['申请表', 'Form'],
    approval: ['审批', 'Approval'],
    tasks: ['办理任务', 'Tasks'],
    responseMinutes: ['响应时限(分钟)', 'Response (minutes)'],
    fulfilMinutes: ['办理时限(分钟)', 'Fulfilment (minutes)'],
    cost: ['费用(元)', 'Cost (CNY)'],
    owner: ['服务负责人', 'Service owner'],
    basedOn: ['上一版', 'Based on'],
    returnReason: ['退回原因', 'Reason for return'],
    publishedBy: ['发布人', 'Published by'],
    publishedAt: ['发布时间', 'Published at'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-review': ['审核中', 'In review'],
    published: ['已发布', 'Published'],
    superseded: ['已被取代', 'Superseded'],
    retired: ['已停办', 'Retired'],
  },
  verbs: {
    submit: ['提交审核', 'Submit for review'],
    return: ['退回', 'Return'],
    publish: ['发布', 'Publish'],
    supersede: ['取代', 'Supersede'],
    retire: ['停办', 'Retire'],
    discard: ['放弃草稿', 'Discard'],
  },
  choices: {},
})
