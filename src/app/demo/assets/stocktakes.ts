import { v5 } from 'uuid'
import { schedule } from '../../../areas/administration/schedule/schedule.record.ts'
import { stocktake } from '../../../areas/assets/stocktake/stocktake.record.ts'
import { sendCounts } from '../../../areas/assets/stocktake-count/server/send.command.ts'
import { stocktakeDifference } from '../../../areas/assets/stocktake-difference/stocktake-difference.record.ts'
import type { ValuesOf } from '../../../record/record.ts'
import { chance } from '../chance.ts'
import { calendarIds } from '../clocks.ts'
import { type Act, shanghai, tradingDay } from '../history/agenda.ts'
import type { Login } from '../people.ts'
import { perform, type Stage } from '../stage.ts'
import { idOf } from './ground.ts'
import type { Register } from './register.ts'

const minute = 60_000
const space = '4c6d0f1e-8a53-4a7c-9a34-6c1f5f3b2f10'
const atOnce = 50

interface Walk {
  readonly by: Login
  /** Is the line of this place in the list theirs to scan? */
  readonly share: (n: number) => boolean
}

/**
 * The terminals of the trading floor were counted a month ago, settled and approved; the machine room is being counted now; the
 * second site is overdue. Every month a schedule plans the laptops' turn.
 */
export function stocktakeActs(stage: Stage, register: Register, days: readonly string[]): Act[] {
  const day = (ago: number) => tradingDay(days, ago)
  const at = (ago: number, time: string) => shanghai(day(ago), time)
  const place = (code: string) => idOf(register.places, code)
  const { people } = stage
  const team = { leader: people.engineer, counters: [people.operator, people.checker], approver: people.manager }
  const made = new Map<string, string>()
  const id = (name: string) => made.get(name) as string
  const plan = (name: string, values: ValuesOf<typeof stocktake>) =>
    stage.as('engineer', async (tx) => {
      made.set(name, (await tx.create(stocktake, { title: name, ...team, ...values })).id)
    })
  const act = (login: Login, name: string, verb: 'start' | 'finish' | 'submit' | 'approve') => () =>
    stage.as(login, (tx) => tx.act(stocktake, id(name), verb))
  const [floor, room] = ['交易与风控终端盘点', '主机房设备盘点'] as const
  const halves: readonly Walk[] = [
    { by: 'operator', share: (n) => n % 5 < 3 },
    { by: 'checker', share: (n) => n % 5 >= 3 },
  ]
  return [
    {
      at: at(24, '15:40'),
      do: async () => {
        await planMonthly(stage, { ...team, categories: [idOf(register.categories, 'laptop')] })
        await plan('上海灾备中心盘点', { places: [place('SH')], plannedOn: day(30), dueOn: day(16) })
        await plan(floor, { places: [place('BJ-TR'), place('BJ-RK')], plannedOn: day(24), dueOn: day(20) })
      },
    },
    { at: at(23, '15:45'), do: act('engineer', floor, 'start') },
    { at: at(23, '17:05'), do: () => walk(stage, id(floor), halves, 80, 0) },
    { at: at(23, '17:09'), do: () => oddities(stage, id(floor), register) },
    { at: at(22, '15:50'), do: act('engineer', floor, 'finish') },
    { at: at(22, '16:20'), do: () => decide(stage, id(floor), idOf(register.categories, 'monitor')) },
    { at: at(22, '16:25'), do: act('engineer', floor, 'submit') },
    { at: at(21, '10:05'), do: act('manager', floor, 'approve') },
    { at: at(2, '15:35'), do: () => plan(room, { places: [place('BJ-MR'), place('BJ-PW')], plannedOn: day(2) }) },
    { at: at(2, '15:50'), do: act('engineer', room, 'start') },
    { at: at(1, '16:55'), do: () => walk(stage, id(room), halves, 60, 45) },
  ]
}

async function planMonthly(stage: Stage, values: object): Promise<void> {
  const { office } = await calendarIds(stage.engine.db)
  await stage.as('manager', (tx) =>
    tx.create(schedule, {
      name: '每月笔记本盘点',
      make: {
        record: 'stocktake',
        values: { title: '笔记本盘点 {date}', plannedOn: '{date}', mode: 'blind', ...values },
      },
      rule: { every: 'cron', expression: '0 9 15 * *' },
      at: '09:00',
      calendar: office,
      missed: 'catch-up',
      startsOn: tx.today,
    }),
  )
}

interface Line {
  readonly tag: string
  readonly location: string | null
}

const linesOf = (stage: Stage, id: string): Promise<Line[]> =>
  stage.engine.db
    .selectFrom('stocktakeLine')
    .select(['tag', 'location'])
    .where('stocktake', '=', id)
    .orderBy('tag')
    .execute()

/** Each walker scans what is theirs, one after the other, until now; all but the last, and the last `left` in a hundred not at all. */
async function walk(stage: Stage, id: string, walks: readonly Walk[], minutes: number, left: number): Promise<void> {
  const lines = await linesOf(stage, id)
  const met = lines.slice(0, lines.length - 1 - Math.floor((lines.length * left) / 100))
  for (const { by, share } of walks) {
    const mine = met.filter((_, n) => share(n))
    const from = Date.parse(stage.clock.now()) - minutes * minute
    const luck = chance(mine.length)
    const counts = mine.map(({ tag, location }, n) => ({
      key: v5(`${stage.clock.now()} ${by} ${tag}`, space),
      tag,
      place: location,
      countedAt: new Date(from + ((n + luck.between(0, 60) / 100) * minutes * minute) / mine.length).toISOString(),
    }))
    await send(stage, id, by, counts)
  }
}

type Count = { key: string; tag: string; place: string | null; countedAt: string; holder?: string; note?: string }

async function send(stage: Stage, id: string, by: Login, counts: readonly Count[]): Promise<void> {
  for (let from = 0; from < counts.length; from += atOnce) {
    const some = counts.slice(from, from + atOnce)
    const input = { stocktake: id, device: 'Android · Chrome', sentAt: stage.clock.now(), counts: some }
    await stage.as(by, (tx) => sendCounts.run(tx, sendCounts.input.parse(input) as never))
  }
}

/** What is not as it should be: at the next desk, in other hands, met by both, and an old label that nobody knows. */
async function oddities(stage: Stage, id: string, register: Register): Promise<void> {
  const lines = await linesOf(stage, id)
  const line = (n: number) => lines[n] as Line
  const desk = (code: string) => idOf(register.places, code)
  const now = Date.parse(stage.clock.now())
  const count = (n: number, tag: string, more: object): Count => ({
    ...{
      key: v5(`${stage.clock.now()} odd ${n}`, space),
      tag,
      place: null,
      countedAt: new Date(now - (9 - n) * 10_000).toISOString(),
    },
    ...more,
  })
  await send(stage, id, 'operator', [
    count(1, line(2).tag, { place: line(2).location, holder: idOf(register.people, '4101') }),
    count(2, 'OLD-0417', { place: desk('BJ-TR-28'), note: '旧标签,台账中查不到' }),
  ])
  await send(stage, id, 'checker', [count(3, line(10).tag, { place: desk('BJ-TR-27') })])
}

async function decide(stage: Stage, id: string, category: string): Promise<void> {
  await stage.as('engineer', (tx) => perform(tx, stage.engine, stocktake, id, 'accept-proposals'))
  const open = await stage.engine.db
    .selectFrom('stocktakeDifference')
    .select(['id', 'kind'])
    .where('stocktake', '=', id)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  await stage.as('engineer', async (tx) => {
    for (const { id: one, kind } of open) await tx.act(stocktakeDifference, one, 'decide', decisionOn(kind, category))
  })
}

const decisionOn = (kind: string, newCategory: string) =>
  kind === 'missing'
    ? { decision: 'lose' as const, reason: '交易大厅与库房两次查找未见,按遗失处理。' }
    : kind === 'surplus'
      ? { decision: 'register' as const, newName: '交易大厅备用显示器', newCategory }
      : { decision: 'leave' as const, reason: '两人先后清点,实物已回原工位。' }
