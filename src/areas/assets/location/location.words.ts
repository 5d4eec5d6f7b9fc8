import { wordsFor } from '../../../record/record.ts'
import { location } from './location.record.ts'

export const locationWords = wordsFor(location, {
  name: ['位置', 'Location'],
  plural: ['位置', 'Locations'],
  empty: [
    '还没有位置。从场所、机房到机柜逐级登记。',
    'No places yet. Begin with the sites, then their rooms and racks.',
  ],
  fields: {
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    kind: ['类别', 'Kind'],
    parent: ['所在', 'Inside'],
    height: ['高度(U)', 'Height (U)'],
    countedAt: ['最近盘点', 'Last counted'],
    note: ['说明', 'Note'],
  },
  states: { active: ['使用中', 'In use'], closed: ['已关闭', 'Closed'] },
  verbs: { close: ['关闭', 'Close'], reopen: ['重新启用', 'Reopen'] },
  choices: {
    kind: {
      site: ['场所', 'Site'],
      building: ['楼宇', 'Building'],
      room: ['房间', 'Room'],
      rack: ['机柜', 'Rack'],
      cabinet: ['柜', 'Cabinet'],
      desk: ['工位', 'Desk'],
    },
  },
})
