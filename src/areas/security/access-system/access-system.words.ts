import { wordsFor } from '../../../record/record.ts'
import { accessSystem } from './access-system.record.ts'

export const accessSystemWords = wordsFor(accessSystem, {
  name: ['受控系统', 'Controlled system'],
  plural: ['受控系统', 'Controlled systems'],
  empty: [
    '还没有受控系统。先登记交易、结算、数据库和域账号等需要授权才能使用的系统,再登记其中的权限。',
    'No systems yet. Register those that nobody may use without a grant (trading, settlement, databases, the domain), then the rights in each.',
  ],
  fields: {
    code: ['编号', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    owner: ['系统负责人', 'Owner'],
    components: ['运行组件', 'Components'],
    important: ['重要系统', 'Important'],
    reviewDays: ['权限复核间隔(天)', 'Access reviewed every (days)'],
    privilegedReviewDays: ['特权复核间隔(天)', 'Privileged access reviewed every (days)'],
    accountsFrom: ['账号来源', 'Accounts are read from'],
    secretSet: ['已发上报令牌', 'Token made'],
    note: ['说明', 'Note'],
  },
  states: { 'in-use': ['在用', 'In use'], retired: ['停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], 'take-up': ['重新启用', 'Take up again'] },
  choices: {
    accountsFrom: {
      csv: ['导出的清单', 'An exported list'],
      directory: ['域目录', 'The directory'],
      agent: ['采集程序', 'An agent'],
      own: ['本系统', 'This product'],
    },
  },
})
