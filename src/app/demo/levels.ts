import { agreement } from '../../areas/service/agreement/agreement.record.ts'
import { levelReport } from '../../areas/service/level-report/level-report.record.ts'
import { makeReports } from '../../areas/service/level-report/server/make.task.ts'
import { underpinning } from '../../areas/service/underpinning/underpinning.record.ts'
import { calendarIds } from './clocks.ts'
import type { Act } from './history/agenda.ts'
import type { Services } from './services.ts'
import { perform, type Stage } from './stage.ts'

const minute = 60_000

const agreements = [
  {
    name: '交易系统服务级别协议(交易业务部)',
    service: 'trading',
    hours: 'always',
    share: 95,
    availability: 99.9,
    pledges: [
      { priority: 'p2', response: 15, resolution: 240 },
      { priority: 'p3', response: 30, resolution: 480 },
    ],
  },
  {
    name: '行情服务级别协议(交易业务部)',
    service: 'quotes',
    hours: 'always',
    share: 90,
    availability: 99.5,
    pledges: [
      { priority: 'p2', response: 15, resolution: 120 },
      { priority: 'p3', response: 60, resolution: 480 },
    ],
  },
  {
    name: '办公终端服务级别协议(交易业务部)',
    service: 'terminals',
    hours: 'office',
    share: 90,
    availability: null,
    pledges: [
      { priority: 'p3', response: 60, resolution: 480 },
      { priority: 'p4', response: 120, resolution: 960 },
    ],
  },
] as const

const contracts = [
  {
    name: '交易系统维护合同',
    vendor: '金易软件(演示)',
    service: 'trading',
    pledges: [
      { priority: 'p2', response: 30, resolution: 240 },
      { priority: 'p3', response: 60, resolution: 480 },
    ],
    availability: 99.9,
    contact: '7×24 热线 021-5555-0171',
  },
  {
    name: '行情源技术支持合同',
    vendor: '汇讯数据(演示)',
    service: 'quotes',
    pledges: [{ priority: 'p2', response: 15, resolution: 240 }],
    availability: 99.5,
    contact: '服务台 021-5555-0188',
  },
] as const

/** What IT promises the dealers, signed by both sides, and what vendors promise IT. */
export async function agreeOnLevels(stage: Stage, services: Services, from: string): Promise<void> {
  const { clock, people } = stage
  const hours = await calendarIds(stage.engine.db)
  const customer = await departmentOf(stage)
  const later = () => clock.set(Date.parse(clock.now()) + 3 * minute)
  const span = { validFrom: `${from.slice(0, 7)}-01`, validTo: `${from.slice(0, 4)}-12-31` }
  for (const { service, pledges, ...one } of contracts)
    await stage.as('manager', (tx) =>
      tx.create(underpinning, {
        ...one,
        ...span,
        service: services.get(service) as string,
        pledges: pledges.map((it) => ({ ...it })),
      }),
    )
  for (const { service, pledges, ...one } of agreements) {
    later()
    const { id } = await stage.as('engineer', async (tx) => {
      const made = await tx.create(agreement, {
        ...{ ...one, ...span, customer, contact: people.business, owner: people.manager },
        service: services.get(service) as string,
        hours: hours[one.hours],
        pledges: pledges.map((it) => ({ ...it })),
      })
      return tx.act(agreement, made.id, 'submit')
    })
    later()
    await stage.as('manager', (tx) => tx.act(agreement, id, 'sign'))
    later()
    await stage.as('business', (tx) => tx.act(agreement, id, 'accept'))
  }
}

/** On the first trading day of each month the reports are drawn up and issued; all but the last month's are acknowledged. */
export function reportActs(stage: Stage, days: readonly string[]): Act[] {
  const firsts = days.filter((day, n) => n > 0 && day.slice(0, 7) !== days[n - 1]?.slice(0, 7))
  return firsts.flatMap((day, n): Act[] => {
    const at = (time: string) => Date.parse(`${day}T${time}+08:00`)
    const drawn = async (state: 'draft' | 'issued') =>
      stage.engine.db
        .selectFrom('levelReport')
        .select(['id', 'figures'])
        .where('state', '=', state)
        .orderBy('id')
        .execute()
    const isLast = n === firsts.length - 1
    return [
      { at: at('08:10:00'), do: () => makeReports(stage.engine, {} as never) },
      {
        at: at('10:40:00'),
        do: async () => {
          for (const { id, figures } of await drawn('draft')) {
            const missed = figures?.missedCount ?? 0
            await stage.as('manager', async (tx) => {
              if (missed > 3)
                await perform(tx, stage.engine, levelReport, id, 'improve', {
                  title: '分析本月超时的故障,提出减少超时的办法',
                  owner: stage.people.engineer,
                  due: `${day.slice(0, 7)}-20`,
                })
              return tx.act(levelReport, id, 'issue', { comment: commentOn(missed) })
            })
          }
        },
      },
      {
        at: at('15:20:00'),
        do: async () => {
          if (isLast) return
          for (const { id } of await drawn('issued'))
            await stage.as('business', (tx) =>
              tx.act(levelReport, id, 'acknowledge', { remarks: '数据与我部感受一致,同意。' }),
            )
        },
      },
    ]
  })
}

const commentOn = (missed: number): string =>
  missed === 0
    ? '本月各项均在承诺时限内。'
    : `本月 ${missed} 件超时,多发生在早间高峰;已安排值班员先行受理,减少响应超时。`

async function departmentOf({ engine, people }: Stage): Promise<string> {
  const { department } = await engine.db
    .selectFrom('person')
    .select('department')
    .where('id', '=', people.business)
    .executeTakeFirstOrThrow()
  if (!department) throw new Error('The dealer of the demo firm belongs to no department')
  return department
}
