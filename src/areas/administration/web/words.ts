import type { Words } from '../../../record/words.ts'
import { titles } from './titles.words.ts'

/** Words of administration's own screens. */
export const adminWords = {
  openList: ['打开列表', 'Open the list'],
  sortedBy: ['排序', 'Sorted by'],
  why: titles.why,
  whyHint: [
    '选择人员、记录和动作,逐条说明为什么可以或不可以。',
    'Choose a person, a record and an act: each thing that is asked on the way, and whether it holds.',
  ],
  whoAsks: ['人员', 'Person'],
  onRecord: ['记录种类', 'Kind of record'],
  doing: ['动作', 'Act'],
  row: ['哪一条', 'Which one'],
  may: ['可以', 'may'],
  mayNot: ['不可以', 'may not'],
  holds: ['成立', 'Holds'],
  holdsNot: ['不成立', 'Does not hold'],
  house: titles.house,
  health: ['健康', 'Health'],
  levelOk: ['正常', 'In order'],
  levelWarning: ['注意', 'Take care'],
  levelBad: ['异常', 'Wrong'],
  jobs: ['后台任务', 'Jobs'],
  noJobs: ['没有待办或放弃的任务。', 'No job is waiting or given up.'],
  jobTask: ['任务', 'Job'],
  jobState: ['状态', 'State'],
  jobAt: ['执行时间', 'Due'],
  jobTries: ['次数', 'Tries'],
  jobError: ['最近错误', 'Last error'],
  jobRetry: ['重试', 'Try again'],
  jobDrop: ['放弃', 'Give up'],
  jobDropSure: ['放弃后不再执行。确定吗?', 'It will never be done. Sure?'],
  retention: ['保留期限', 'Retention'],
  kept: ['内容', 'What'],
  period: ['保留', 'Kept for'],
  forEver: ['永久', 'For ever'],
  untilOver: ['结束即删', 'Until it is over'],
  oldest: ['最早一条', 'Oldest row'],
  size: ['占用空间', 'On disk'],
  partitions: ['分区', 'Partitions'],
  removed: ['最近一次清理', 'Last removed'],
  neverRemoved: ['尚未清理', 'Nothing yet'],
  retentionHint: [
    '故障、日志条目、执行等记录是证据,永不删除。其余内容到期后于夜间清理。',
    'Records that are evidence (incidents, log entries, runs …) are never removed. What is past its period goes every night.',
  ],
  changePeriods: ['更改期限', 'Change periods'],
  sessions: ['登录与令牌', 'Sessions and tokens'],
  since: ['登录时间', 'Signed in'],
  lastSeen: ['最近活动', 'Last seen'],
  address: ['地址', 'Address'],
  end: ['结束会话', 'End'],
  endSure: ['此账号的所有会话都将结束。', 'All sessions of this account end.'],
  token: ['令牌', 'Token'],
  noTokens: ['没有有效的令牌。', 'No token is alive.'],
  scope: ['范围', 'Scope'],
  expires: ['到期', 'Expires'],
  lastUsed: ['最近使用', 'Last used'],
} as const satisfies Readonly<Record<string, Words>>

export const daysWords = (days: number): Words => [`${days} 天`, days === 1 ? '1 day' : `${days} days`]

/** How many rows went, and from before when. */
export const removedWords = (rows: number, until: string): Words => [
  `${rows.toLocaleString('zh-CN')} 行,${until} 之前的`,
  `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} from before ${until}`,
]
