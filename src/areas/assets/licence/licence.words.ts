import { wordsFor } from '../../../record/record.ts'
import { licence } from './licence.record.ts'

export const licenceWords = wordsFor(licence, {
  name: ['软件许可', 'Licence'],
  plural: ['软件许可', 'Licences'],
  empty: [
    '还没有许可。登记软件按什么计数、买了多少、分给了谁,就能看出够不够用。',
    'No licences yet. Say what software counts by, how much was bought and who has it, to see whether it is enough.',
  ],
  fields: {
    name: ['名称', 'Name'],
    software: ['软件产品', 'Products'],
    supplier: ['供应商', 'Supplier'],
    metric: ['计量方式', 'Counted by'],
    overuse: ['超额分配', 'Over-use'],
    owner: ['负责人', 'Owner'],
    note: ['说明', 'Note'],
    entitled: ['授权数', 'Entitled'],
    used: ['已分配', 'Allocated'],
    free: ['剩余', 'Free'],
    endsOn: ['最早到期', 'First ends'],
  },
  states: { active: ['在用', 'Active'], retired: ['停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], restore: ['恢复', 'Restore'] },
  choices: {
    metric: {
      seat: ['席位', 'Seats'],
      user: ['用户', 'Users'],
      device: ['设备', 'Devices'],
      core: ['处理器核', 'Cores'],
    },
    overuse: { block: ['不允许', 'Refused'], warn: ['允许并提醒', 'Allowed and told'] },
  },
  acts: {
    'clock-over-used': ['超额使用', 'used beyond what we may'],
    'clock-ends-soon': ['授权即将到期', 'an entitlement runs out soon'],
  },
})
