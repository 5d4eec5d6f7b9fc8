import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const settingWords = {
  title: titles.settings,
  hint: [
    '更改立即在所有服务器上生效,并记入日志。',
    'A change is in force at once, on every copy of the server, and is journalled.',
  ],
  allChanges: ['全部变更', 'All changes'],
  house: ['本单位', 'The firm'],
  'sign-in': ['登录', 'Sign-in'],
  limits: ['限额', 'Limits'],
  retention: ['保留期限', 'Retention'],
  asItComes: ['默认值', 'As it comes'],
  notSaid: ['未填写', 'Not given'],
  from: ['默认', 'Default'],
  change: ['更改', 'Change'],
  history: ['历史', 'History'],
  value: ['新值', 'New value'],
  reason: ['原因', 'Reason'],
  reasonHint: ['为什么更改?记入日志。', 'Why is it changed? It goes into the journal.'],
  save: ['保存', 'Save'],
  cancel: ['取消', 'Cancel'],
  useDefault: ['填入默认值', 'Fill in what it comes with'],
  saved: ['已更改', 'Changed'],
} as const satisfies Readonly<Record<string, Words>>

/** Between which bounds a number may be. */
export const boundsOf = (least: number, most: number): Words => [`${least} 到 ${most}`, `${least} to ${most}`]
