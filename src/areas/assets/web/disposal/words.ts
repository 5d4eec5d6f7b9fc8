import type { Words } from '../../../../record/words.ts'

export const disposalScreenWords = {
  assets: ['处置的资产', 'What leaves'],
  media: ['数据销毁', 'Data destruction'],
  tag: ['资产编号', 'Tag'],
  name: ['名称', 'Name'],
  category: ['类别', 'Category'],
  state: ['状态', 'State'],
  serial: ['序列号', 'Serial'],
  cost: ['原值(元)', 'Cost (CNY)'],
  worth: ['净值(元)', 'Book value (CNY)'],
  storage: ['含存储介质', 'Holds data'],
  sum: ['合计', 'Together'],
  missing: ['资产离开前还须完成:', 'Before they may leave:'],
  complete: [
    '全部介质的数据已销毁,并有人见证签字。',
    'The data of every medium was destroyed, and its witness signed.',
  ],
  none: ['这些资产都不含存储介质,不需销毁数据。', 'None of these holds data, so there is nothing to destroy.'],
  later: [
    '处置获批后,含存储介质的资产逐件列在这里。',
    'Once this is approved, each asset that holds data stands here.',
  ],
  addMedium: ['添加介质', 'Add a medium'],
  slip: ['处置单', 'Slip'],
  operator: ['操作', 'by'],
  witness: ['见证', 'witness'],
} as const satisfies Record<string, Words>
