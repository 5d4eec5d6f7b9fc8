import { schedule } from '../../areas/administration/schedule/schedule.record.ts'
import { clockSource } from '../../areas/administration/target/server/targets.store.ts'
import { target } from '../../areas/administration/target/target.record.ts'
import { mainlandHolidays } from '../../areas/administration/working-calendar/server/mainland.ts'
import { workingCalendar } from '../../areas/administration/working-calendar/working-calendar.record.ts'
import { turn } from '../../platform/clocks/timer.ts'
import type { Engine } from '../../platform/engine.ts'
import type { Tx } from '../../platform/tx.ts'
import type { SetClock } from './clock.ts'

type Code = 'office' | 'always' | 'trading'

/** Working calendars, incident targets and a weekly check. The trading calendar must be in force. */
export async function timeTheFirm(tx: Tx, startsOn: string): Promise<void> {
  const calendars = await calendarsOf(tx)
  for (const { calendar, priority, clock, ...one } of targets) {
    const when = [{ field: 'priority', op: 'is' as const, value: priority }]
    await tx.create(target, { ...one, calendar: calendars[calendar], rule: { record: 'incident', clock, when } })
  }
  await tx.create(schedule, {
    name: '每周环境检查',
    make: {
      record: 'log-entry',
      values: { text: '{date} 周检:UPS 电池与负载、机房温湿度、备份介质。请逐项查看并登记结果。', severity: 'info' },
    },
    rule: { every: 'week', on: ['mon'], closed: 'next' },
    at: '16:00',
    calendar: calendars.office,
    missed: 'catch-up',
    startsOn,
  })
}

/** The working calendars in force, by code. */
export async function calendarIds(db: Engine['db']): Promise<Record<Code, string>> {
  const rows = await db.selectFrom('workingCalendar').select(['code', 'id']).where('state', '=', 'in-force').execute()
  return Object.fromEntries(rows.map(({ code, id }) => [code, id])) as Record<Code, string>
}

const year = 2026

async function calendarsOf(tx: Tx): Promise<Record<Code, string>> {
  const holidays = mainlandHolidays(year)
  const drawn = {
    office: {
      code: 'office',
      name: '办公时间',
      kind: 'office',
      coversFrom: `${year}-01-01`,
      coversTo: `${year}-12-31`,
      closed: holidays?.closed.map((one) => ({ ...one })) ?? [],
      madeUp: holidays?.madeUp.map(({ hours: _asMonday, ...one }) => one) ?? [],
      source: '考勤制度第三条;节假日依国务院办公厅通知',
    },
    always: { code: 'always', name: '全天候', kind: 'always', source: '值班制度' },
    trading: { code: 'trading', name: '交易时段', kind: 'trading', source: '交易日历' },
  } as const
  const ids = {} as Record<Code, string>
  for (const values of Object.values(drawn)) {
    const { id } = await tx.create(workingCalendar, values)
    await tx.act(workingCalendar, id, 'approve')
    ids[values.code] = id
  }
  return ids
}

interface Target {
  readonly name: string
  readonly priority: 'p1' | 'p2' | 'p3' | 'p4'
  readonly clock: 'response' | 'resolution'
  readonly minutes: number
  readonly calendar: Code
  readonly warnAt: number
  readonly escalation: { at: number; to: { is: 'role'; code: string }[] }[]
}

const manager = [{ is: 'role' as const, code: 'manager' }]

const targets: readonly Target[] = [
  {
    name: 'P1 响应',
    priority: 'p1',
    clock: 'response',
    minutes: 5,
    calendar: 'always',
    warnAt: 0.6,
    escalation: [{ at: 1, to: manager }],
  },
  {
    name: 'P1 解决',
    priority: 'p1',
    clock: 'resolution',
    minutes: 60,
    calendar: 'always',
    warnAt: 0.75,
    escalation: [
      { at: 0.5, to: manager },
      { at: 1, to: manager },
    ],
  },
  {
    name: 'P2 响应',
    priority: 'p2',
    clock: 'response',
    minutes: 15,
    calendar: 'trading',
    warnAt: 0.75,
    escalation: [],
  },
  {
    name: 'P2 解决',
    priority: 'p2',
    clock: 'resolution',
    minutes: 240,
    calendar: 'trading',
    warnAt: 0.75,
    escalation: [{ at: 1, to: manager }],
  },
  { name: 'P3 响应', priority: 'p3', clock: 'response', minutes: 60, calendar: 'office', warnAt: 0.75, escalation: [] },
  {
    name: 'P3 解决',
    priority: 'p3',
    clock: 'resolution',
    minutes: 840,
    calendar: 'office',
    warnAt: 0.75,
    escalation: [{ at: 1.5, to: manager }],
  },
  {
    name: 'P4 响应',
    priority: 'p4',
    clock: 'response',
    minutes: 240,
    calendar: 'office',
    warnAt: 0.75,
    escalation: [],
  },
  {
    name: 'P4 解决',
    priority: 'p4',
    clock: 'resolution',
    minutes: 2_100,
    calendar: 'office',
    warnAt: 0.8,
    escalation: [],
  },
]

/** Lets every clock tell what it has to tell until an instant (milliseconds since 1970), each thing at its own time. */
export async function tellClocks(engine: Engine, clock: SetClock, until: number): Promise<void> {
  for (;;) {
    const next = await engine.db
      .selectFrom('clock')
      .select('nextAt')
      .where('nextAt', 'is not', null)
      .orderBy('nextAt')
      .executeTakeFirst()
    const at = next?.nextAt ? Date.parse(next.nextAt) : Number.POSITIVE_INFINITY
    if (at > until) return
    clock.set(Math.max(at, Date.parse(clock.now())))
    await turn(engine, clockSource)
  }
}
