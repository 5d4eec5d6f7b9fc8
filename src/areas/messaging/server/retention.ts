import { keptFor } from '../../../platform/retention/retention.ts'

/** What is let go: what people were told, and how often a channel was used. Messages are records and stay. */
export const messagingRetentions = [
  keptFor(180, { code: 'notice', words: ['通知', 'Notices'], table: 'notice', at: 'at', least: 7, most: 3650 }),
  keptFor(1, {
    code: 'channel-send',
    words: ['渠道使用计数', 'How often channels were used'],
    table: 'channel_send',
    at: 'at',
  }),
]
