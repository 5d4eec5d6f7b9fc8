import { wordsFor } from '../../../record/record.ts'
import { agreement } from './agreement.record.ts'

export const agreementWords = wordsFor(agreement, {
  name: ['服务级别协议', 'Service level agreement'],
  plural: ['服务级别协议', 'Service level agreements'],
  empty: [
    '还没有服务级别协议。先为一项服务和一个使用部门拟一份。',
    'No agreements yet. Draw one up for a service and a department that uses it.',
  ],
  fields: {
    name: ['名称', 'Name'],
    service: ['服务', 'Service'],
    customer: ['客户部门', 'Customer'],
    contact: ['客户方代表', 'For the customer'],
    owner: ['负责人', 'Owner'],
    hours: ['服务时间', 'Service hours'],
    pledges: ['时限承诺', 'Targets'],
    share: ['达成率目标(%)', 'Share within target (%)'],
    availability: ['可用率目标(%)', 'Availability (%)'],
    validFrom: ['生效日期', 'Valid from'],
    validTo: ['到期日期', 'Valid to'],
    terms: ['其他约定', 'Other terms'],
    returnReason: ['退回理由', 'Why it was returned'],
    endReason: ['终止理由', 'Why it was ended'],
    signedForIt: ['信息技术部签字人', 'Signed for IT by'],
    signedForItAt: ['信息技术部签字时间', 'Signed for IT at'],
    signedForCustomer: ['客户方签字人', 'Signed for the customer by'],
    signedForCustomerAt: ['客户方签字时间', 'Signed for the customer at'],
    targets: ['据此设立的时限', 'Targets made from it'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    'in-review': ['待签字', 'To be signed'],
    'in-force': ['生效', 'In force'],
    superseded: ['已更替', 'Superseded'],
    ended: ['终止', 'Ended'],
  },
  verbs: {
    submit: ['提交签字', 'Submit'],
    return: ['退回', 'Return'],
    sign: ['代表信息技术部签字', 'Sign for IT'],
    accept: ['代表客户签字', 'Sign for the customer'],
    supersede: ['更替', 'Supersede'],
    end: ['终止', 'End'],
  },
  choices: {},
})
