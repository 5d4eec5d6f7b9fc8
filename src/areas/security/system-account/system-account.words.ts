import { wordsFor } from '../../../record/record.ts'
import { standingWords } from './standing.rules.ts'
import { systemAccount } from './system-account.record.ts'

export const systemAccountWords = wordsFor(systemAccount, {
  name: ['账号', 'Account'],
  plural: ['账号', 'Accounts'],
  empty: [
    '还没有账号。账号随各系统的账号清单登记,不用手工录入。',
    'No accounts yet. They come with the account list of each system and are not entered by hand.',
  ],
  fields: {
    system: ['系统', 'System'],
    login: ['登录名', 'Login'],
    name: ['显示名', 'Display name'],
    employeeNo: ['清单中的工号', 'Employee number as listed'],
    mail: ['清单中的邮箱', 'Mail as listed'],
    person: ['使用人', 'Whose it is'],
    matchedBy: ['匹配依据', 'Matched by'],
    matchReason: ['匹配理由', 'Why'],
    standing: ['核对结果', 'Standing'],
    ghostOf: ['幽灵原因', 'Why a ghost'],
    rights: ['实有权限', 'Rights as found'],
    beyond: ['未经授权的权限', 'Rights beyond its grants'],
    privileged: ['特权账号', 'Privileged'],
    saidPrivileged: ['清单标为特权', 'Privileged as listed'],
    shared: ['共享账号', 'Shared'],
    secondFactor: ['双因素', 'Second factor'],
    disabled: ['已停用', 'Disabled'],
    lastUsedAt: ['最近使用', 'Last used'],
    cameWith: ['出现于清单', 'Came with'],
    goneWith: ['消失于清单', 'Gone with'],
    reviewedAt: ['最近复核', 'Last reviewed'],
    note: ['说明', 'Note'],
  },
  states: { present: ['存在', 'Present'], gone: ['已消失', 'Gone'] },
  verbs: {
    match: ['指定使用人', 'Say whose it is'],
    unmatch: ['取消匹配', 'Unmatch'],
    vanish: ['消失', 'Vanish'],
    reappear: ['重新出现', 'Reappear'],
  },
  choices: {
    matchedBy: {
      'employee-no': ['工号', 'Employee number'],
      login: ['登录名', 'Login'],
      mail: ['邮箱', 'Mail'],
      hand: ['人工指定', 'By hand'],
    },
    standing: standingWords,
    ghostOf: { left: ['使用人已离职', 'They have left'], 'no-grant': ['没有任何授权', 'Granted nowhere'] },
  },
})
