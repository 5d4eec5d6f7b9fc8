import { wordsFor } from '../../../record/record.ts'
import { depreciationWords } from '../asset-category/asset-category.words.ts'
import { asset } from './asset.record.ts'

const states = {
  ordered: ['已订购', 'Ordered'],
  'in-stock': ['在库', 'In stock'],
  'in-use': ['在用', 'In use'],
  'in-repair': ['维修中', 'In repair'],
  retired: ['停用', 'Retired'],
  disposed: ['已处置', 'Disposed'],
  lost: ['遗失', 'Lost'],
} as const

export const assetWords = wordsFor(asset, {
  name: ['资产', 'Asset'],
  plural: ['资产', 'Assets'],
  empty: [
    '还没有资产。导入现有的台账,或从第一台设备登记起。',
    'No assets yet. Import the list you have, or register the first device.',
  ],
  fields: {
    tag: ['资产编号', 'Tag'],
    name: ['名称', 'Name'],
    registeredAs: ['登记时状态', 'Registered as'],
    category: ['资产类别', 'Category'],
    model: ['型号', 'Model'],
    serial: ['序列号', 'Serial number'],
    location: ['位置', 'Location'],
    rackUnit: ['机柜起始 U 位', 'Rack unit'],
    rackUnits: ['占用 U 数', 'Units taken'],
    department: ['使用部门', 'Department'],
    owner: ['责任人', 'Owner'],
    custodian: ['使用人', 'Custodian'],
    classification: ['密级', 'Classification'],
    components: ['承载的运行组件', 'Runs'],
    hostname: ['主机名', 'Host name'],
    address: ['网络地址', 'Network address'],
    supplier: ['供应商', 'Supplier'],
    purchasedOn: ['采购日期', 'Purchased on'],
    cost: ['原值(元)', 'Cost (CNY)'],
    inServiceOn: ['启用日期', 'In service since'],
    depreciation: ['折旧方法', 'Depreciation'],
    usefulMonths: ['使用年限(月)', 'Useful life (months)'],
    warrantyUntil: ['保修至', 'Warranty until'],
    note: ['说明', 'Note'],
    lostHow: ['遗失经过', 'How it was lost'],
    retiredOn: ['停用时间', 'Retired at'],
    disposedOn: ['处置时间', 'Disposed at'],
  },
  states,
  verbs: {
    receive: ['入库', 'Receive'],
    issue: ['领用', 'Issue'],
    'take-back': ['归还', 'Take back'],
    repair: ['送修', 'Send to repair'],
    repaired: ['修复', 'Back from repair'],
    retire: ['停用', 'Retire'],
    reinstate: ['恢复在库', 'Reinstate'],
    lose: ['报失', 'Report lost'],
    find: ['找回', 'Found again'],
    dispose: ['处置', 'Dispose'],
  },
  choices: {
    registeredAs: { 'in-use': states['in-use'], 'in-stock': states['in-stock'], ordered: states.ordered },
    classification: {
      public: ['公开', 'Public'],
      internal: ['内部', 'Internal'],
      sensitive: ['敏感', 'Sensitive'],
      secret: ['机密', 'Secret'],
    },
    depreciation: depreciationWords,
  },
})
