import { wordsFor } from '../../../record/record.ts'
import { noticeRule } from './notice-rule.record.ts'

export const noticeRuleWords = wordsFor(noticeRule, {
  name: ['通知规则', 'Notice rule'],
  plural: ['通知规则', 'Notice rules'],
  empty: [
    '还没有通知规则。自己关注的、交给自己的已会通知;规则用于其余的事,以及群机器人。',
    'No rules yet. You hear of what you watch or are given without one; rules are for the rest, and for robots.',
  ],
  fields: {
    name: ['名称', 'Name'],
    rule: ['何事', 'Of what'],
    to: ['告知(不填为本人)', 'Tell (nobody named: me)'],
    through: ['渠道', 'Through'],
    urgent: ['紧急(不受免打扰限制)', 'Urgent (also in quiet hours)'],
    lang: ['机器人所用语言', 'Language for robots'],
  },
  states: { 'in-force': ['生效', 'In force'], stopped: ['停用', 'Stopped'] },
  verbs: { stop: ['停用', 'Stop'], resume: ['启用', 'Resume'] },
  choices: { lang: { zh: ['中文', 'Chinese'], en: ['英文', 'English'] } },
})
