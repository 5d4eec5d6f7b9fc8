import { wordsFor } from '../../../record/record.ts'
import { underpinning } from './underpinning.record.ts'

export const underpinningWords = wordsFor(underpinning, {
  name: ['支持合同', 'Underpinning contract'],
  plural: ['支持合同', 'Underpinning contracts'],
  empty: [
    '还没有支持合同。登记厂商对各项服务的承诺,才能看出我们对业务的承诺是否站得住。',
    'No contracts yet. Register what vendors promise, to see whether what we promise can stand on it.',
  ],
  fields: {
    name: ['合同名称', 'Contract'],
    vendor: ['厂商', 'Vendor'],
    service: ['支持的服务', 'Service'],
    hours: ['服务时间', 'Hours'],
    pledges: ['时限承诺', 'Promised'],
    availability: ['可用率(%)', 'Availability (%)'],
    contact: ['联系方式', 'Contact'],
    validFrom: ['生效日期', 'Valid from'],
    validTo: ['到期日期', 'Valid to'],
    note: ['说明', 'Note'],
  },
  states: { 'in-force': ['有效', 'In force'], ended: ['终止', 'Ended'] },
  verbs: { end: ['终止', 'End'], restore: ['恢复', 'Restore'] },
  choices: {},
})
