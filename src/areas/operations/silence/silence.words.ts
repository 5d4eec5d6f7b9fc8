import { wordsFor } from '../../../record/record.ts'
import { silence } from './silence.record.ts'

export const silenceWords = wordsFor(silence, {
  name: ['静默', 'Silence'],
  plural: ['静默', 'Silences'],
  empty: [
    '没有静默。某条告警已知晓、暂不处理时,可在告警页静默它一段时间;到期仍在告警的会再通知。',
    'No silences. From an alarm that is known and can wait, silence it for a while: if it still fires afterwards, you are told then.',
  ],
  fields: {
    title: ['名称', 'Title'],
    component: ['组件', 'Component'],
    source: ['事件来源', 'Event source'],
    keyPattern: ['归并标识(* 代表任意)', 'Key (* is anything)'],
    level: ['最高级别', 'Level at most'],
    reason: ['原因', 'Reason'],
    owner: ['负责人', 'Owner'],
    until: ['到期', 'Until'],
    endedAt: ['实际结束', 'Ended at'],
  },
  states: { 'in-force': ['静默中', 'In force'], ended: ['已结束', 'Ended'] },
  verbs: { end: ['提前结束', 'End now'], expire: ['到期', 'Expire'] },
  choices: { level: { warning: ['警告', 'Warning'], critical: ['严重', 'Critical'] } },
})
