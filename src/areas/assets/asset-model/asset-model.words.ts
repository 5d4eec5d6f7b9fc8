import { wordsFor } from '../../../record/record.ts'
import { assetModel } from './asset-model.record.ts'

export const assetModelWords = wordsFor(assetModel, {
  name: ['型号', 'Model'],
  plural: ['型号', 'Models'],
  empty: [
    '还没有型号。登记一个型号后,同型号的资产不必再填高度、功率和支持期限。',
    'No models yet. What is said of a model need not be said again of each asset.',
  ],
  fields: {
    name: ['名称', 'Name'],
    manufacturer: ['制造商', 'Manufacturer'],
    category: ['资产类别', 'Category'],
    partNumber: ['订货号', 'Part number'],
    height: ['高度(U)', 'Height (U)'],
    watts: ['功率(瓦)', 'Power (W)'],
    supportUntil: ['厂商支持至', 'Supported until'],
    standardFrom: ['列入采购标准自', 'Standard from'],
    standardTo: ['列入采购标准至', 'Standard until'],
    note: ['说明', 'Note'],
  },
  states: { active: ['启用', 'Active'], retired: ['停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], restore: ['恢复', 'Restore'] },
  choices: {},
})
