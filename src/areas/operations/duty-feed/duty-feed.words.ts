import { wordsFor } from '../../../record/record.ts'
import { dutyFeed } from './duty-feed.record.ts'

export const dutyFeedWords = wordsFor(dutyFeed, {
  name: ['值班日历订阅', 'Duty feed'],
  plural: ['值班日历订阅', 'Duty feeds'],
  empty: [
    '还没有订阅。为自己或团队新建一个,把地址加入 Outlook 或手机日历。',
    'No feeds yet. Make one for yourself or a team, and add its address to Outlook or your phone.',
  ],
  fields: {
    name: ['名称', 'Name'],
    person: ['人员', 'Person'],
    team: ['团队', 'Team'],
    lang: ['语言', 'Language'],
    secretSet: ['已有地址', 'Has an address'],
  },
  states: { active: ['有效', 'Active'], revoked: ['已作废', 'Revoked'] },
  verbs: { revoke: ['作废', 'Revoke'] },
  choices: { lang: { zh: ['中文', 'Chinese'], en: ['英文', 'English'] } },
  acts: { 'set-secret': ['更换地址', 'Changed the address'] },
})
