import type { change } from '../../areas/change/change/change.record.ts'
import type { StepInput } from '../../areas/operations/runbook/step.rules.ts'
import type { ValuesOf } from '../../record/record.ts'
import type { Content } from './runbooks/write.ts'

/** The engineer's hand and the manager's eye: posts that no roster plans. */
const engineers = { makerPost: 'system-engineer', checkerPost: 'it-manager' } as const

const step = (key: string, title: [string, string], instructions: string, expected: string, needs: string[] = []) =>
  ({ key, title, instructions, expected, mode: 'hand', evidence: 'note', needs, ...engineers }) satisfies StepInput

/** How something is put in place on the practice floor, and how it is taken back. */
export const changeRunbooks: readonly Content[] = [
  {
    code: 'practice-upgrade',
    kind: 'upgrade',
    title: '演练环境升级',
    titleEn: 'Upgrade on the practice floor',
    purpose: '在模拟交易平台上安装程序或调整参数。双岗执行。',
    steps: [
      step('apply', ['安装或调整', 'Put it in place'], '按变更单安装程序或调整参数,记下前后差异。', '与变更单一致。'),
      step('look', ['查看运行状况', 'Look how it runs'], '查看健康检查与日志十分钟。', '健康检查正常,日志无异常。', [
        'apply',
      ]),
    ],
  },
  {
    code: 'practice-rollback',
    kind: 'upgrade',
    title: '演练环境回退',
    titleEn: 'Rollback on the practice floor',
    purpose: '恢复变更前的程序与参数,并确认恢复。',
    steps: [
      step('back', ['恢复原状', 'Put back what was there'], '恢复变更前的程序与参数。', '与变更前一致,健康检查正常。'),
    ],
  },
]

export const quiet = { rehearsed: 'yes', undo: 'quick', done: 'often', outage: 'none' } as const

type Values = Partial<ValuesOf<typeof change>> & { readonly title: string; readonly reason: string }

/** A change that was carried out some trading days ago, and how it ended. */
export interface PastChange {
  readonly ago: number
  /** Codes of its components. */
  readonly of: readonly string[]
  readonly values: Values
  readonly failed?: { readonly note: string; readonly reason: string; readonly result: string }
  readonly review?: string
  /** The known error that it removes. */
  readonly problem?: { readonly title: string; readonly rootCause: string; readonly workaround: string }
}

const tests = [{ what: '登录并查询持仓', expected: '两秒内返回,数据正确' }]

export const pastChanges: readonly PastChange[] = [
  {
    ago: 8,
    of: ['settlement'],
    values: {
      title: '结算历史日志归档',
      reason: '日志占用数据盘过半,按保存期限归档三个月以前的部分。',
      answers: quiet,
      tests: [{ what: '重跑昨日结算', expected: '结果与归档前一致' }],
      rollbackSteps: '把归档的日志拷回原目录。',
      noBackupReason: '只移动已归档的日志,不改数据。',
      watchHours: 1,
    },
    review: '用时二十分钟,磁盘占用降到三成。',
  },
  {
    ago: 6,
    of: ['order-gateway'],
    values: {
      title: '报单网关连接数上限调整',
      reason: '客户端断开后连接不释放,每周须重启一次;按厂商建议开启空闲回收并提高上限。',
      answers: { rehearsed: 'yes', undo: 'quick', done: 'once', outage: 'short' },
      tests: [{ what: '建立并断开两千个连接', expected: '五分钟内全部回收' }],
      rollbackSteps: '恢复原参数文件并重启网关。',
      noBackupReason: '只改参数,参数文件随变更单保存。',
      watchHours: 1,
    },
    review: '空闲连接按时回收,不再需要每周重启。',
    problem: {
      title: '报单网关连接数持续增长',
      rootCause: '客户端异常断开后,网关不回收空闲连接。',
      workaround: '每周五收市后重启报单网关。',
    },
  },
  {
    ago: 4,
    of: ['bank-link'],
    values: {
      title: '银行转账通道超时参数调整',
      reason: '银行侧响应变慢,超时由三秒改为八秒。',
      answers: { rehearsed: 'partly', undo: 'quick', done: 'once', outage: 'short' },
      tests: [{ what: '入金一笔并查询', expected: '十秒内成功' }],
      backupHours: 24,
    },
    failed: {
      note: '入金返回重复流水号,查询无结果。',
      reason: '调整后入金流水号重复,原因不明。',
      result: '参数已恢复,入金与查询正常。',
    },
  },
]

/** What lies ahead, in days from today. */
export const plannedChange = {
  title: '核心交换机固件升级',
  reason: '厂商公告指出现用版本端口可能闪断,升级到修复版本。',
  answers: { rehearsed: 'no', undo: 'slow', done: 'once', outage: 'long' },
  tests: [...tests, { what: '主备线路各断一次', expected: '三秒内切换' }],
  rollbackSteps: '从备用分区启动旧固件,核对配置。',
  noBackupReason: '配置已由网管系统每日保存,升级前另存一份。',
} as const

/** What waits for the next advisory board. */
export const waitingChange = {
  title: '银行转账通道重试间隔调整',
  reason: '银行维护期间重试过密,对方要求间隔不低于三秒。',
  answers: { rehearsed: 'partly', undo: 'quick', done: 'once', outage: 'short' },
  tests: [{ what: '断开银行侧后查看重试', expected: '每三秒一次' }],
  rollbackSteps: '恢复原参数文件。',
  noBackupReason: '只改参数,参数文件随变更单保存。',
} as const

export const bulletins = [
  {
    title: '核心交换机 7.1.064 端口闪断的修复',
    severity: 'important',
    product: '48 口万兆交换机',
    versions: '<7.1.070',
    text: '7.1.064 及以前版本在高负载下个别万兆端口可能闪断。7.1.070 已修复,请安排升级。',
    supplier: 'network',
  },
  {
    title: '模拟交易平台 1.1.0 发布',
    severity: 'info',
    product: '黄金会员模拟交易平台',
    versions: '1.0.*',
    text: '1.1.0 改进结算日切,修复夜盘跨日成交的归属。适用 1.0 各版本。',
    supplier: 'platform',
  },
] as const
