import { wordsFor } from '../../../record/record.ts'
import { stocktakeCount } from './stocktake-count.record.ts'

export const stocktakeCountWords = wordsFor(stocktakeCount, {
  name: ['实盘记录', 'Count'],
  plural: ['实盘记录', 'Counts'],
  empty: [
    '还没有实盘记录。清点人用手机扫描资产标签即可。',
    'Nothing counted yet. Counters scan the tags with a phone.',
  ],
  fields: {
    stocktake: ['盘点', 'Stocktake'],
    key: ['设备记录号', 'Key of the device'],
    tag: ['扫到的编号', 'Tag as read'],
    place: ['所在位置', 'Place'],
    holder: ['实际使用人', 'In the hands of'],
    note: ['备注', 'Note'],
    countedAt: ['清点时间', 'Counted at'],
    device: ['设备', 'Device'],
    counter: ['清点人', 'Counted by'],
    asset: ['资产', 'Asset'],
    follows: ['前一次清点', 'Follows'],
  },
  states: { kept: ['已记', 'Kept'] },
  verbs: {},
  choices: {},
})
