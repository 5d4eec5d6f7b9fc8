import { numberSetting, type Setting, textSetting } from '../../record/setting.ts'

/** The engine's own settings. Each is asked for where it is used, and takes effect on every copy without a restart. */
export const firmName = textSetting('firm-name', {
  group: 'house',
  words: ['单位名称', 'Name of the firm'],
  hint: ['显示在登录页和导出的文件上。', 'Stands on the sign-in page and on files that are exported.'],
  default: '',
})

/** What links in messages begin with: an origin, without a path. */
export const address = textSetting('address', {
  group: 'house',
  words: ['访问地址', 'Address of the web app'],
  hint: [
    '邮件和消息中的链接以它开头,例如 https://touchstone.example.cn。',
    'What links in mails and messages begin with, such as https://touchstone.example.cn.',
  ],
  default: 'http://127.0.0.1:7300',
  read(text) {
    const read = URL.canParse(text) ? new URL(text) : undefined
    if (
      read &&
      /^https?:$/.test(read.protocol) &&
      read.pathname === '/' &&
      !read.search &&
      !read.hash &&
      !read.username
    )
      return { value: read.origin }
    return {
      wrong: [
        '须是 http:// 或 https:// 开头的地址,不带路径。',
        'This must be an address that begins with http:// or https://, without a path.',
      ],
    }
  },
})

export const sessionHours = numberSetting('session-hours', {
  group: 'sign-in',
  words: ['会话时长', 'Session length'],
  unit: ['小时', 'hours'],
  hint: ['无操作满这段时间后须重新登录。', 'Whoever has done nothing for so long signs in again.'],
  default: 12,
  least: 1,
  most: 168,
})

export const passwordLength = numberSetting('password-length', {
  group: 'sign-in',
  words: ['密码最短长度', 'Shortest password'],
  unit: ['个字符', 'characters'],
  hint: ['适用于新设的密码。', 'Of passwords that are newly set.'],
  default: 10,
  least: 8,
  most: 64,
})

export const lockTries = numberSetting('lock-tries', {
  group: 'sign-in',
  words: ['锁定前的失败次数(同一登录名)', 'Failed tries that lock a login'],
  unit: ['次', 'tries'],
  default: 10,
  least: 3,
  most: 100,
})

export const lockTriesOfAddress = numberSetting('lock-tries-address', {
  group: 'sign-in',
  words: ['锁定前的失败次数(同一网络地址)', 'Failed tries that lock a network address'],
  unit: ['次', 'tries'],
  default: 100,
  least: 10,
  most: 10_000,
})

export const lockMinutes = numberSetting('lock-minutes', {
  group: 'sign-in',
  words: ['锁定时长', 'Lockout'],
  unit: ['分钟', 'minutes'],
  default: 15,
  least: 1,
  most: 1440,
})

export const attachmentMegabytes = numberSetting('attachment-megabytes', {
  group: 'limits',
  words: ['附件大小上限', 'Largest attachment'],
  unit: ['MB', 'MB'],
  default: 50,
  least: 1,
  most: 500,
})

export const requestsPerMinute = numberSetting('requests-per-minute', {
  group: 'limits',
  words: ['每分钟请求数上限', 'Requests a minute'],
  unit: ['次', 'requests'],
  hint: [
    '每个会话、令牌或未登录地址,在每个服务器副本上分别计算。',
    'Of each session, token or stranger’s address, counted on each copy of the server.',
  ],
  default: 1200,
  least: 120,
  most: 1_000_000,
})

export const houseSettings: readonly Setting[] = [
  firmName,
  address,
  sessionHours,
  passwordLength,
  lockTries,
  lockTriesOfAddress,
  lockMinutes,
  attachmentMegabytes,
  requestsPerMinute,
]
