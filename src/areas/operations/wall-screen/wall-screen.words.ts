import { wordsFor } from '../../../record/record.ts'
import { wallScreen } from './wall-screen.record.ts'

export const wallScreenWords = wordsFor(wallScreen, {
  name: ['大屏', 'Wall screen'],
  plural: ['大屏', 'Wall screens'],
  empty: [
    '还没有大屏。新建一个,生成地址,在墙上那台机器的浏览器里打开。',
    'No wall screens yet. Make one, make its address, and open that in the browser of the machine on the wall.',
  ],
  fields: {
    name: ['名称', 'Name'],
    place: ['位置', 'Place'],
    lang: ['语言', 'Language'],
    seconds: ['每屏停留(秒)', 'Seconds per view'],
    secretSet: ['已有地址', 'Has an address'],
  },
  states: { active: ['有效', 'Active'], revoked: ['已作废', 'Revoked'] },
  verbs: { revoke: ['作废', 'Revoke'] },
  choices: { lang: { zh: ['中文', 'Chinese'], en: ['英文', 'English'] } },
  acts: { 'set-secret': ['更换地址', 'Changed the address'] },
})
