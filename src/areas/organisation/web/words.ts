import type { Words } from '../../../record/words.ts'
import { titles } from './titles.words.ts'

export const signInWords = {
  signIns: ['登录账号', 'Sign-ins'],
  none: ['还不能登录', 'Cannot sign in yet'],
  disabled: ['已停用', 'disabled'],
  directory: ['单位目录', 'directory'],
  firm: ['单位账号', 'firm account'],
  give: ['开通账号', 'Give a sign-in'],
  login: ['登录名', 'Login'],
  loginHint: ['小写字母、数字、点和横线', 'Small letters, digits, dots and dashes'],
  password: ['初始密码', 'First password'],
  link: ['关联单位账号', 'Link a firm account'],
  subject: ['单位账号标识', 'Identifier of the firm account'],
  subjectHint: [
    '本人第一次用单位账号登录时,页面会显示这个标识。',
    'It is shown to the person when they first try to sign in with their firm account.',
  ],
} as const satisfies Record<string, Words>

export const leaverWords = {
  title: titles.leavers,
  leavers: ['离职人员', 'Leavers'],
  nobody: ['没有离职人员', 'Nobody has left'],
  person: ['人员', 'Person'],
  left: ['离职时间', 'Left'],
  by: ['经办', 'By'],
  held: ['仍持有的角色与岗位', 'Roles and posts still held'],
  open: ['未完成的工作与设置', 'Open work and settings'],
  approvals: ['未决审批', 'Approvals that wait'],
  waitsForThem: ['在等此人审批', 'waits for them'],
  theyAsked: ['由此人提出', 'asked for by them'],
  canDecide: ['可办理:', 'Can decide:'],
  noOne: ['无人', 'nobody'],
  escalates: ['超时升级于', 'Escalated at'],
  stuck: [
    '能办理的人不够,不会有结果。请撤回,或先更改审批规则再重新提出。',
    'Too few can decide, so nothing comes of it. Withdraw it, or change the rule and ask again.',
  ],
  stuckTillThen: ['升级之前,能办理的人不够。', 'Until it is escalated, too few can decide.'],
  nothing: ['无', 'nothing'],
  directorySync: ['由目录同步办理', 'the directory'],
  whose: ['查看谁名下的事项', 'Whose holdings'],
  see: ['交接', 'Hand over'],
} as const satisfies Record<string, Words>

export const holdingWords = {
  access: ['系统权限', 'Access'],
  title: titles.holding,
  holdings: ['名下事项', 'In their hands'],
  intro: [
    '名下的每一项交给别人或收回之后,才能办理离职。',
    'Each goes to somebody else or back before this person can leave.',
  ],
  nothing: ['名下没有未交接的事项,可以办理离职。', 'Nothing is in their hands: they can leave.'],
  gone: ['已离职,名下没有未交接的事项。', 'They have left, and nothing of theirs is open.'],
  more: ['等', 'and more'],
  to: ['交接给', 'Hand over to'],
  overAll: ['全部交接', 'Hand all over'],
  backAll: ['全部收回', 'Take all back'],
  over: ['交接', 'Hand over'],
  done: ['已办理', 'done'],
  refused: ['未能办理', 'refused'],
  revoked: ['离职时自动停用账号、会话与令牌。', 'Accounts, sessions and tokens end by themselves as they leave.'],
  see: ['离职交接', 'Leaving'],
} as const satisfies Record<string, Words>

export const directoryWords = {
  title: ['单位目录同步', 'Directory synchronisation'],
  none: ['未配置单位目录(环境变量 TOUCHSTONE_LDAP_URL)。', 'There is no directory: TOUCHSTONE_LDAP_URL is not set.'],
  never: ['还没有同步过;每小时自动同步一次。', 'Not synchronised yet; it happens by itself every hour.'],
  now: ['立即同步', 'Synchronise now'],
  groups: ['目录组映射', 'Directory groups'],
  done: ['完成', 'Done'],
  stopped: ['已中止', 'Stopped'],
  failed: ['目录无法读取', 'Not readable'],
  seen: ['目录人数', 'In the directory'],
  created: ['新建', 'New'],
  changed: ['更新', 'Changed'],
  gone: ['离职', 'Gone'],
  at: ['时间', 'When'],
  outcome: ['结果', 'Outcome'],
  clashes: ['待处理', 'To look at'],
  confirm: ['确认并同步', 'Confirm and synchronise'],
} as const satisfies Record<string, Words>

/** What stopped a synchronisation, and what confirming does. */
export const stoppedWords = (gone: number): Words => [
  `目录中少了 ${gone} 人,超过允许的比例,因此未作任何更改。请先核对目录;确认无误后可继续,这 ${gone} 人将被停用。`,
  `${gone} people are missing from the directory: more than the share allows, so nothing was changed. Check the directory first; if it is right, go on, and these ${gone} are disabled.`,
]

export const clashWords: Readonly<Record<'employee-no-taken' | 'left', (login: string) => Words>> = {
  'employee-no-taken': (login) => [
    `${login}:工号已属于另一位人员`,
    `${login}: the employee number belongs to somebody else`,
  ],
  left: (login) => [`${login}:人员已离职,但仍在目录中`, `${login}: has left here, and is still in the directory`],
}
