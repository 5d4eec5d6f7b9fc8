import { wordsFor } from '../../../record/record.ts'
import { bulletinFeed } from './bulletin-feed.record.ts'

export const bulletinFeedWords = wordsFor(bulletinFeed, {
  name: ['公告来源', 'Bulletin feed'],
  plural: ['公告来源', 'Bulletin feeds'],
  empty: [
    '没有公告来源。登记厂商的 RSS 或 Atom 地址,新公告会自动进来。',
    'No feeds. Enter a vendor’s RSS or Atom address, and new bulletins come in by themselves.',
  ],
  fields: {
    name: ['名称', 'Name'],
    supplier: ['厂商', 'Vendor'],
    url: ['网址', 'Address'],
    product: ['产品', 'Product'],
    readAt: ['上次读取', 'Last read'],
    fault: ['读取失败的原因', 'Why it could not be read'],
  },
  states: { active: ['启用', 'Active'], paused: ['暂停', 'Paused'] },
  verbs: { pause: ['暂停', 'Pause'], resume: ['启用', 'Resume'] },
  choices: {},
})
