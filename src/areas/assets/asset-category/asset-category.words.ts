import { wordsFor } from '../../../record/record.ts'
import { assetCategory } from './asset-category.record.ts'

export const depreciationWords = {
  'straight-line': ['年限平均法', 'Straight-line'],
  declining: ['双倍余额递减法', 'Double declining balance'],
  none: ['不折旧', 'None'],
} as const

export const assetCategoryWords = wordsFor(assetCategory, {
  name: ['资产类别', 'Asset category'],
  plural: ['资产类别', 'Asset categories'],
  empty: [
    '还没有资产类别。先建立服务器、网络设备、终端等类别,再登记资产。',
    'No categories yet. Begin with servers, network devices, terminals; then register assets.',
  ],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    kind: ['大类', 'Kind'],
    tagPrefix: ['编号前缀', 'Tag prefix'],
    storage: ['含存储介质', 'Holds data'],
    depreciation: ['折旧方法', 'Depreciation'],
    usefulMonths: ['使用年限(月)', 'Useful life (months)'],
    residual: ['残值率(%)', 'Residual value (%)'],
  },
  states: { active: ['启用', 'Active'], retired: ['停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], restore: ['恢复', 'Restore'] },
  choices: {
    kind: {
      hardware: ['硬件', 'Hardware'],
      network: ['网络', 'Network'],
      software: ['软件', 'Software'],
      database: ['数据库', 'Database'],
      document: ['文档', 'Document'],
      facility: ['机房设施', 'Facility'],
    },
    depreciation: depreciationWords,
  },
})
