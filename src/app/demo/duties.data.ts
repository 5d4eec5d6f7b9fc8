import type { periodicDuty } from '../../areas/operations/periodic-duty/periodic-duty.record.ts'
import type { ValuesOf } from '../../record/record.ts'
import type { Login } from './people.ts'

export interface DemoDuty extends Omit<ValuesOf<typeof periodicDuty>, 'post' | 'calendar' | 'name' | 'at'> {
  readonly name: string
  readonly at: string
  readonly post: string
  readonly calendar: 'office' | 'trading'
  /** Who did it, and how many minutes before it was due. */
  readonly by: Login
  readonly before: number
  readonly notes: readonly string[]
}

/** What the firm does every day, week and month, whoever looks. */
export const demoDuties: readonly DemoDuty[] = [
  {
    name: '阅读交易所与厂商公告',
    nameEn: 'Read the bulletins of exchange and vendors',
    post: 'duty-operator',
    instructions:
      '登录会员服务系统与厂商支持网站,逐条阅读上次以来的公告;与在用版本有关的,当日转系统工程师评估,并在办理情况中写明公告编号。',
    statement: '今日交易所与厂商公告均已阅读,与本公司系统有关的已转办。',
    signed: true,
    rule: { every: 'day', closed: 'skip' },
    calendar: 'trading',
    ...{ at: '08:50', opensBefore: 60, closesAfter: 130 },
    ...{ by: 'operator', before: 12 },
    notes: ['无新公告。', '厂商公告 1 条,与在用版本无关。', '交易所公告 1 条:次周五夜盘照常。'],
  },
  {
    name: '检查磁盘与数据库空间',
    nameEn: 'Check disk and database space',
    post: 'duty-operator',
    instructions: '查看各主机磁盘与数据库表空间的剩余比例。低于 20% 的登记故障,低于 10% 的立即报系统工程师。',
    rule: { every: 'day', closed: 'skip' },
    calendar: 'trading',
    ...{ at: '16:30', opensBefore: 90, closesAfter: 240 },
    ...{ by: 'operator', before: 35 },
    notes: ['各主机剩余均在 40% 以上。', '行情库剩余 38%,其余在 40% 以上。', '无异常。'],
  },
  {
    name: '查阅本周运行日志',
    nameEn: 'Review the week’s operations log',
    post: 'it-manager',
    instructions: '通读本周运行日志与告警,找出反复出现的问题;需要处理的登记为问题并指定负责人。',
    statement: '本周运行日志已通读,反复出现的问题已登记。',
    signed: true,
    rule: { every: 'week', on: ['fri'], closed: 'previous' },
    calendar: 'office',
    ...{ at: '17:00', opensBefore: 480, closesAfter: 1_440 },
    ...{ by: 'manager', before: 70 },
    notes: ['银行渠道签到超时第二次出现,已登记问题。', '无反复出现的问题。'],
  },
  {
    name: '核对备份介质',
    nameEn: 'Check the backup media',
    post: 'system-engineer',
    instructions: '清点异地存放的备份介质,核对编号、日期与清单,抽一份校验能否读出。',
    rule: { every: 'week', on: ['wed'], closed: 'next' },
    calendar: 'office',
    ...{ at: '15:00', opensBefore: 360, closesAfter: 1_440 },
    ...{ by: 'engineer', before: 50 },
    notes: ['介质 B-05 至 B-09 在架,抽检 B-07 可读。', '介质齐全,抽检 B-08 可读。'],
  },
  {
    name: '核对账号与权限清单',
    nameEn: 'Check accounts against the list of rights',
    post: 'system-engineer',
    instructions: '导出各系统账号,与权限清单逐一核对;离职与调岗人员的账号当日停用。',
    rule: { every: 'month-working', nth: 1, from: 'start' },
    calendar: 'office',
    ...{ at: '17:00', opensBefore: 480, closesAfter: 2_880 },
    ...{ by: 'engineer', before: 90 },
    notes: ['账号与清单一致。'],
  },
]

/** By trading days ago and duty: not done, and why; or done so many minutes after its time. */
export const dutyMishaps: Readonly<Record<number, Readonly<Record<string, { missed?: string; late?: number }>>>> = {
  4: { 检查磁盘与数据库空间: { missed: '当日处理备用线路故障至 21 点,交接时遗漏。次日早间已补查,无异常。' } },
  7: { 阅读交易所与厂商公告: { late: 25 } },
}
