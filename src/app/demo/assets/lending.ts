import { handover } from '../../../areas/assets/handover/handover.record.ts'
import { loan } from '../../../areas/assets/loan/loan.record.ts'
import { remindLoans } from '../../../areas/assets/loan/server/remind.task.ts'
import { dayAway } from '../../../record/time.ts'
import { type Act, shanghai, tradingDay } from '../history/agenda.ts'
import type { Login } from '../people.ts'
import type { Stage } from '../stage.ts'
import { idOf } from './ground.ts'
import type { Register } from './register.ts'

interface Handed {
  readonly ago: number
  readonly kind: 'issue' | 'return'
  readonly holder: Login
  readonly assets: readonly string[]
  readonly reason: string
  readonly condition: string
  /** What its receiver says; without it they have not said anything yet. */
  readonly signed?: string
  readonly refused?: string
}

const handed: readonly Handed[] = [
  {
    ...{ ago: 30, kind: 'issue', holder: 'business', assets: ['nb-s1', 'mon-s1'] },
    reason: '岗位配发',
    condition: '九成新,含电源适配器与 HDMI 线,已装公司标准镜像。',
    signed: '已当面核对,无划痕。',
  },
  {
    ...{ ago: 21, kind: 'issue', holder: 'auditor', assets: ['nb-s2'] },
    reason: '外出审计用',
    condition: '含保密屏与线缆锁。',
    signed: '已收到。',
  },
  {
    ...{ ago: 12, kind: 'issue', holder: 'operator', assets: ['mon-s2'] },
    reason: '值班席位加屏',
    condition: '底座一处掉漆。',
    refused: '屏幕左下有亮点,请换一块。',
  },
  {
    ...{ ago: 5, kind: 'return', holder: 'auditor', assets: ['nb-s2'] },
    reason: '审计结束归还',
    condition: '外壳轻微磨损,功能正常,数据已清。',
    signed: '已核对,入库。',
  },
  {
    ...{ ago: 1, kind: 'issue', holder: 'business', assets: ['mon-s3', 'mon-s4'] },
    reason: '双屏改造',
    condition: '全新未拆封。',
  },
]

interface Lent {
  readonly ago: number
  readonly asset: string
  readonly borrower: Login
  readonly purpose: string
  /** Days that it is lent for. */
  readonly days: number
  /** Trading days after which it came back. */
  readonly back?: number
  /** Days until it begins, of one that is reserved. */
  readonly ahead?: number
}

const lent: readonly Lent[] = [
  { ago: 26, asset: 'nb-s3', borrower: 'business', purpose: '上海出差', days: 6, back: 4 },
  { ago: 18, asset: 'nb-s4', borrower: 'checker', purpose: '居家应急值班', days: 7 },
  { ago: 3, asset: 'nb-s5', borrower: 'auditor', purpose: '现场检查取证', days: 5 },
  { ago: 1, asset: 'nb-s5', borrower: 'business', purpose: '客户路演演示', days: 3, ahead: 12 },
  { ago: 2, asset: 'nb-s6', borrower: 'engineer', purpose: '灾备中心巡检', days: 14 },
]

/** What changed hands in the last weeks: signed for, refused, waiting; and what of the pool is lent, one of it overdue. */
export function lendingActs(stage: Stage, register: Register, days: readonly string[]): Act[] {
  if (days.length === 0) return []
  const at = (ago: number, time: string) => shanghai(tradingDay(days, ago), time)
  return [
    ...handed.flatMap((one, n) => handActs(stage, register, one, (time) => at(one.ago, time) + n * 60_000)),
    ...lent.flatMap((one, n) => loanActs(stage, register, one, (ago, time) => at(ago, time) + n * 60_000)),
    ...days.slice(-20).map((day) => ({
      at: shanghai(day, '08:30'),
      do: () => remindLoans(stage.engine, {} as never),
    })),
  ]
}

function handActs(stage: Stage, register: Register, one: Handed, at: (time: string) => number): Act[] {
  let id = ''
  const { kind, reason, condition, signed, refused } = one
  const made: Act = {
    at: at('10:10:00'),
    async do() {
      const slip = {
        ...{ kind, reason, condition, holder: stage.people[one.holder] },
        assets: one.assets.map((key) => idOf(register.assets, key)),
        location: kind === 'return' ? idOf(register.places, 'BJ-ST-1') : null,
      }
      id = (await stage.as(kind === 'return' ? one.holder : 'engineer', (tx) => tx.create(handover, slip))).id
    },
  }
  const answered: Act = {
    at: at('10:40:00'),
    async do() {
      const who = kind === 'return' ? 'engineer' : one.holder
      if (signed) await stage.as(who, (tx) => tx.act(handover, id, 'sign', { remarks: signed }))
      if (refused) await stage.as(who, (tx) => tx.act(handover, id, 'refuse', { refuseReason: refused }))
    },
  }
  return [made, answered]
}

function loanActs(stage: Stage, register: Register, one: Lent, at: (ago: number, time: string) => number): Act[] {
  let id = ''
  const asked: Act = {
    at: at(one.ago, '11:05:00'),
    async do() {
      await stage.as('engineer', async (tx) => {
        const startsOn = dayAway(tx.today, one.ahead ?? 0)
        const { id: made } = await tx.create(loan, {
          ...{ startsOn, dueOn: dayAway(startsOn, one.days), purpose: one.purpose },
          ...{ asset: idOf(register.assets, one.asset), borrower: stage.people[one.borrower] },
        })
        id = made
        if (one.ahead === undefined) await tx.act(loan, id, 'lend')
      })
    },
  }
  if (one.back === undefined) return [asked]
  const came: Act = {
    at: at(one.ago - one.back, '16:20:00'),
    do: () => stage.as('engineer', (tx) => tx.act(loan, id, 'return', { condition: '完好,电池健康度 92%。' })),
  }
  return [asked, came]
}
