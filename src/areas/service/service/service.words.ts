import { wordsFor } from '../../../record/record.ts'
import { service } from './service.record.ts'

export const serviceWords = wordsFor(service, {
  name: ['服务', 'Service'],
  plural: ['服务', 'Services'],
  empty: ['还没有服务。先登记业务部门在用的那些。', 'No services yet. Begin with those that business departments use.'],
  fields: {
    code: ['编号', 'Code'],
    name: ['名称', 'Name'],
    description: ['说明', 'Description'],
    owner: ['负责人', 'Owner'],
    team: ['支持团队', 'Support team'],
    users: ['使用部门', 'Used by'],
    hours: ['服务时间', 'Service hours'],
    components: ['所依赖的组件', 'Components it stands on'],
    affectsTrading: ['可能影响交易', 'May affect trading'],
  },
  states: { draft: ['筹备', 'Draft'], offered: ['提供中', 'Offered'], retired: ['已停止', 'Retired'] },
  verbs: { offer: ['开始提供', 'Offer'], retire: ['停止', 'Retire'] },
  choices: {},
})
