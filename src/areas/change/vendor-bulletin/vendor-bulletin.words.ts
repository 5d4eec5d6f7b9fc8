import { wordsFor } from '../../../record/record.ts'
import { vendorBulletin } from './vendor-bulletin.record.ts'

export const vendorBulletinWords = wordsFor(vendorBulletin, {
  name: ['厂商公告', 'Vendor bulletin'],
  plural: ['厂商公告', 'Vendor bulletins'],
  empty: [
    '没有厂商公告。厂商发来的公告登记在这里:读过、判断是否涉及我们、写明处理决定。',
    'No bulletins. Enter what vendors announce: it is read, held against what we run, and decided upon.',
  ],
  fields: {
    title: ['标题', 'Title'],
    supplier: ['厂商', 'Vendor'],
    publishedAt: ['发布时间', 'Published at'],
    severity: ['严重程度', 'Severity'],
    text: ['内容', 'Text'],
    url: ['网址', 'Address'],
    product: ['产品', 'Product'],
    versions: ['涉及版本', 'Versions'],
    affected: ['涉及我们的组件', 'Components of ours'],
    unsure: ['版本未知的组件', 'Of unknown version'],
    feed: ['公告来源', 'Feed'],
    entry: ['来源条目', 'Entry of the feed'],
    readBy: ['阅读人', 'Read by'],
    readAt: ['阅读时间', 'Read at'],
    decision: ['决定', 'Decision'],
    decisionReason: ['决定的理由', 'Why'],
    decidedBy: ['决定人', 'Decided by'],
  },
  states: { unread: ['未读', 'Unread'], read: ['已读,待决定', 'Read, undecided'], decided: ['已决定', 'Decided'] },
  verbs: { read: ['已阅读', 'Read'], decide: ['决定', 'Decide'], reconsider: ['重新考虑', 'Reconsider'] },
  choices: {
    severity: { critical: ['紧急', 'Critical'], important: ['重要', 'Important'], info: ['一般', 'Information'] },
    decision: {
      change: ['安排变更', 'Plan a change'],
      watch: ['继续关注', 'Watch'],
      nothing: ['无需处理', 'Nothing to do'],
    },
  },
})
