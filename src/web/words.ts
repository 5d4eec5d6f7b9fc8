import type { Words } from '../record/words.ts'
import type { LinkKind } from './client/types.ts'

/** The shell's own words; a record's words stand beside its declaration. */
export const words = {
  product: ['试金石', 'Touchstone'],
  tagline: ['会运行的信息技术管理制度', 'IT rules that run'],

  signIn: ['登录', 'Sign in'],
  signInWith: ['用演示账号登录', 'Demo sign-ins'],
  demoHint: [
    '点选账号填入;密码见服务启动时的输出。',
    'Pick one to fill it in; the password was printed when the server started.',
  ],
  demo: ['演示', 'Demo'],
  signOut: ['退出登录', 'Sign out'],
  login: ['账号', 'Login'],
  password: ['密码', 'Password'],
  yourName: ['姓名', 'Your name'],
  setupTitle: ['建立第一位管理员', 'Create the first administrator'],
  setupHint: ['一次性代码在服务启动时打印。', 'The one-time code was printed when the server started.'],
  setupCode: ['一次性代码', 'One-time code'],
  create: ['新建', 'New'],
  edit: ['编辑', 'Edit'],
  save: ['保存', 'Save'],
  cancel: ['取消', 'Cancel'],
  remove: ['移除', 'Remove'],
  add: ['添加', 'Add'],
  retry: ['重试', 'Try again'],
  reload: ['重新载入', 'Reload'],
  more: ['更多', 'More'],
  print: ['打印', 'Print'],
  menu: ['菜单', 'Menu'],
  home: ['首页', 'Home'],
  dark: ['深色', 'Dark'],
  light: ['浅色', 'Light'],
  notLive: ['未实时更新', 'Not live'],
  notLiveHint: [
    '与服务器的连接中断,屏幕上的内容可能已经过时;正在重连。',
    'The connection to the server is cut; what you see may be old. Reconnecting.',
  ],
  saveLangFailed: [
    '语言已切换,但未能保存到您的账号。',
    'The language is switched, but could not be kept with your account.',
  ],

  notFound: ['没有这一页', 'No such page'],
  notFoundHint: ['地址有误,或者这条记录不对您开放。', 'The address is wrong, or this record is not open to you.'],
  brokenHint: [
    '这是程序的错误,不是您的操作所致。重新载入后仍然如此,请把下面的内容告诉管理员。',
    'This is a fault of the program, not of yours. If it stays after a reload, give your administrator the text below.',
  ],
  offline: [
    '连不上服务器,未作任何更改。请检查网络后重试。',
    'The server cannot be reached; nothing was changed. Check the network and try again.',
  ],
  unreadable: ['服务器的答复无法识别', 'The server gave an answer that makes no sense'],
  loadFailed: ['内容没有载入', 'This did not load'],
  requestId: ['请求编号', 'Request'],

  search: ['搜索', 'Search'],
  filterNone: ['(空)', '(none)'],
  clearFilters: ['清除筛选', 'Clear filters'],
  clearFilter: ['清除', 'Clear'],
  today: ['今天', 'Today'],
  last7: ['近 7 天', 'Last 7 days'],
  last30: ['近 30 天', 'Last 30 days'],
  noMatch: ['没有符合条件的记录', 'Nothing matches'],
  noMatchHint: ['放宽或清除筛选条件再看。', 'Widen or clear the filters.'],
  loadMore: ['继续载入', 'Load more'],
  columns: ['列', 'Columns'],
  columnsReset: ['恢复默认', 'Reset'],

  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  hidden: ['不可见', 'hidden'],
  empty: ['—', '—'],
  system: ['系统', 'System'],
  pick: ['请选择', 'Choose'],
  why: ['为什么', 'Why'],
  actRead: ['查看', 'Read'],
  typeToSearch: ['输入以搜索', 'Type to search'],
  nothingFound: ['没有找到', 'Nothing found'],
  badJson: ['不是有效的 JSON', 'Not valid JSON'],

  number: ['编号', 'Number'],
  state: ['状态', 'State'],
  version: ['版本', 'Version'],
  createdAt: ['创建时间', 'Created'],
  createdBy: ['创建人', 'Created by'],
  updatedAt: ['更新时间', 'Updated'],
  updatedBy: ['更新人', 'Updated by'],

  people: ['人员', 'People'],
  links: ['关联', 'Links'],
  noLinks: ['尚无关联', 'No links yet'],
  addLink: ['添加关联', 'Add a link'],
  linkKind: ['关系', 'Relation'],
  linkRecord: ['类型', 'Kind'],
  linkTarget: ['记录', 'Record'],
  signatures: ['签字', 'Signatures'],
  timeline: ['动态', 'Timeline'],
  everything: ['全部', 'All'],
  comments: ['评论', 'Comments'],
  changes: ['更改', 'Changes'],
  comment: ['评论', 'Comment'],
  writeComment: ['写评论…', 'Write a comment…'],
  send: ['发送', 'Send'],
  earlier: ['更早的', 'Earlier'],
  nothingYet: ['还没有动态', 'Nothing yet'],
  created: ['创建', 'created'],
  changed: ['修改', 'changed'],
  linked: ['建立关联', 'linked'],
  unlinked: ['解除关联', 'unlinked'],
  gaveAccount: ['开通登录账号', 'gave a sign-in'],
  createdToken: ['创建访问令牌', 'created a token'],
  revokedToken: ['撤销访问令牌', 'revoked a token'],
  switchedOnCodes: ['启用一次性口令', 'switched on one-time codes'],
  lifecycle: ['流程', 'Lifecycle'],
  canGoTo: ['可到', 'may go to'],
  isHere: ['当前', 'now'],

  stale: ['已有人先改了这条记录', 'Somebody changed this record first'],
  staleHint: [
    '您看到的不是最新版本,未作任何更改。重新载入会换成最新内容,您未保存的输入将丢失。',
    'What you see is not the newest version; nothing was changed. Reloading shows the newest, and drops what you typed.',
  ],
  signHint: [
    '您签的正是上面显示的内容。请再次输入密码,证明是您本人。',
    'You sign exactly what is shown here. Enter your password again to prove it is you.',
  ],
  signAndDo: ['签字并提交', 'Sign and submit'],
  unsaved: ['输入的内容还没有保存。', 'What you typed is not saved yet.'],
  leave: ['不保存并离开', 'Leave without saving'],
  stay: ['继续编辑', 'Keep editing'],

  tokens: ['API 令牌', 'API tokens'],
  tokensHint: [
    '程序凭令牌以您的身份访问接口。令牌只在创建时显示一次。',
    'A program with a token acts as you. A token is shown once, when it is made.',
  ],
  tokenName: ['用途', 'Used for'],
  tokenDays: ['有效天数', 'Days valid'],
  tokenExpires: ['到期', 'Expires'],
  tokenMade: ['令牌已创建,请立即复制保存', 'The token is made: copy it now'],
  tokenOnce: ['离开本页后无法再次查看。', 'It cannot be shown again once you leave this page.'],
  revoke: ['吊销', 'Revoke'],
  revokeSure: ['吊销后,使用它的程序将立即失去访问权。', 'Programs that use it lose access at once.'],
  noTokens: ['还没有令牌', 'No tokens yet'],
} as const satisfies Record<string, Words>

/** A typed link, read from either of its ends. */
export const linkWords: { readonly [K in LinkKind]: { readonly out: Words; readonly in: Words } } = {
  'relates-to': { out: ['相关', 'relates to'], in: ['相关', 'relates to'] },
  'caused-by': { out: ['起因于', 'caused by'], in: ['导致', 'causes'] },
  duplicates: { out: ['重复于', 'duplicates'], in: ['被重复', 'duplicated by'] },
  blocks: { out: ['阻塞', 'blocks'], in: ['受阻于', 'blocked by'] },
}

/** The words of a number of rows: `1,000+ 条`, `1 row`. */
export const countWords = ({ value, atLeast }: { value: number; atLeast: boolean }): Words => {
  const figure = `${value.toLocaleString('en-US')}${atLeast ? '+' : ''}`
  return [`${figure} 条`, `${figure} ${value === 1 && !atLeast ? 'row' : 'rows'}`]
}
