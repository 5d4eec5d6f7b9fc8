import { goldExchange } from '../../areas/operations/calendar/calendar.data.ts'
import { isTradingDate } from '../../areas/operations/calendar/calendar.rules.ts'
import { dutyFeed } from '../../areas/operations/duty-feed/duty-feed.record.ts'
import { dutyPosition } from '../../areas/operations/duty-position/duty-position.record.ts'
import { dutySwap } from '../../areas/operations/duty-swap/duty-swap.record.ts'
import { leave } from '../../areas/operations/leave/leave.record.ts'
import { roster } from '../../areas/operations/roster/roster.record.ts'
import { muster } from '../../areas/operations/shift/server/muster.ts'
import { shift } from '../../areas/operations/shift/shift.record.ts'
import { shiftPattern } from '../../areas/operations/shift-pattern/shift-pattern.record.ts'
import { wallScreen } from '../../areas/operations/wall-screen/wall-screen.record.ts'
import { dateOf, dayAway, mustBeDay } from '../../record/time.ts'
import { dateIn } from '../../record/zone.ts'
import { chance } from './chance.ts'
import { type Act, shanghai } from './history/agenda.ts'
import { badDayAgo } from './history/alarms.data.ts'
import type { Login } from './people.ts'
import { perform, type Stage } from './stage.ts'

const minute = 60_000
/** Trading days whose shifts were worked by the roster: from the day before the bad one. */
const workedDays = badDayAgo + 1

const positions = [
  { code: 'maker', name: '经办', nameEn: 'Maker', part: 'maker', post: 'duty-operator', skill: 'front' },
  { code: 'checker', name: '复核', nameEn: 'Checker', part: 'checker', post: 'duty-checker', skill: 'review' },
] as const

const patterns = [
  { code: 'day', name: '日班', nameEn: 'Day', mark: '日', startsAt: '07:30', endsAt: '17:00', days: 'trading-days' },
  {
    code: 'night',
    name: '夜班',
    nameEn: 'Night',
    mark: '夜',
    startsAt: '19:15',
    endsAt: '02:45',
    days: 'night-sessions',
  },
] as const

/** Positions and shift patterns: a maker and a checker, by day and by night. */
export async function setUpDuty(stage: Stage): Promise<void> {
  const { db } = stage.engine
  const idOf = async (table: 'post' | 'skill', code: string) =>
    (await db.selectFrom(table).select('id').where('code', '=', code).executeTakeFirstOrThrow()).id
  const found = await Promise.all(
    positions.map(async ({ post, skill, ...one }) => ({
      ...one,
      ...{ posts: [await idOf('post', post)], skills: [await idOf('skill', skill)] },
      ...{ minutesBefore: 30, minutesAfter: 15 },
    })),
  )
  await stage.as('manager', async (tx) => {
    const made: string[] = []
    for (const one of found) made.push((await tx.create(dutyPosition, one)).id)
    for (const one of patterns) await tx.create(shiftPattern, { ...one, positions: made })
  })
}

const mondayOf = (date: string): string => dateOf(mustBeDay(date) - ((mustBeDay(date) + 3) % 7))

/** A roster for each week since the first shift that was worked, to the end of next week, in which one night nobody checks. */
export function rosterActs(stage: Stage, days: readonly string[], now: number, evening: number): Act[] {
  const first = days.at(-workedDays) ?? days[0]
  if (first === undefined) return []
  const next = dayAway(mondayOf(dateIn('Asia/Shanghai', new Date(now).toISOString())), 7)
  const weeks: string[] = []
  for (let monday = mondayOf(first); monday <= next; monday = dayAway(monday, 7)) weeks.push(monday)
  return [
    ...awayActs(stage, dayAway(next, 3), evening),
    ...weeks.map((monday) => ({
      at: Math.min(shanghai(dayAway(monday, -4), '15:20'), evening - 30 * minute),
      do: () => planWeek(stage, monday),
    })),
    { at: evening - 20 * minute, do: () => askSwap(stage, dayAway(next, 1)) },
  ]
}

function awayActs(stage: Stage, date: string, evening: number): Act[] {
  const times = { startsAt: instant(shanghai(date, '00:00')), endsAt: instant(shanghai(dayAway(date, 1), '00:00')) }
  let id = ''
  return [
    {
      at: evening - 3 * 1_440 * minute,
      do: () =>
        stage.as('checker', async (tx) => {
          id = (await tx.create(leave, { person: stage.people.checker, kind: 'annual', ...times, note: '家中有事。' }))
            .id
        }),
    },
    {
      at: evening - 3 * 1_440 * minute + 40 * minute,
      do: () => stage.as('manager', (tx) => tx.act(leave, id, 'approve')),
    },
  ]
}

async function planWeek(stage: Stage, monday: string): Promise<void> {
  const values = { title: `${monday.slice(5)} 周值班表`, startsOn: monday, endsOn: dayAway(monday, 6), weekHours: 48 }
  const made = await stage.as('engineer', (tx) => tx.create(roster, values))
  await stage.as('engineer', (tx) => perform(tx, stage.engine, roster, made.id, 'generate'))
  const { findings } = await stage.engine.db
    .selectFrom('roster')
    .select('findings')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  if (findings === 0) return void (await stage.as('manager', (tx) => tx.act(roster, made.id, 'publish')))
  const overrideReason = '王丽娟当日请假,复核岗暂无人可替;已联系总部支援,人到后补入。'
  await stage.as('engineer', (tx) => tx.act(roster, made.id, 'ask-override', { overrideReason }))
  await stage.as('manager', (tx) => tx.act(roster, made.id, 'confirm-override'))
}

/** Somebody asks whether another would take over a day of next week; and the team has a calendar to subscribe to. */
async function askSwap(stage: Stage, date: string): Promise<void> {
  const { db } = stage.engine
  const found = await db
    .selectFrom('duty')
    .innerJoin('shiftPattern', 'shiftPattern.id', 'duty.pattern')
    .innerJoin('dutyPosition', 'dutyPosition.id', 'duty.position')
    .select(['duty.id', 'duty.person'])
    .where('duty.date', '=', date)
    .where('duty.state', '=', 'published')
    .where('shiftPattern.code', '=', 'day')
    .where('dutyPosition.code', '=', 'maker')
    .executeTakeFirst()
  const team = await db.selectFrom('team').select('id').where('code', '=', 'duty').executeTakeFirstOrThrow()
  await stage.as('manager', (tx) => tx.create(dutyFeed, { name: '运行值班组值班', team: team.id }))
  await stage.as('admin', (tx) => tx.create(wallScreen, { name: '运行大厅', place: '三楼值班室东墙' }))
  if (!found) return
  const [asks, to]: [Login, Login] =
    found.person === stage.people.operator ? ['operator', 'engineer'] : ['engineer', 'operator']
  const reason = '当天上午参加厂商培训,请代一个日班。'
  await stage.as(asks, (tx) => tx.create(dutySwap, { duty: found.id, to: stage.people[to], reason }))
}

const instant = (ms: number): string => new Date(ms).toISOString()

/** The shifts that were worked between two instants, each with its handover. */
export function shiftActs(stage: Stage, days: readonly string[], from: number, to: number): Act[] {
  const first = days.at(-workedDays)
  if (first === undefined) return []
  const acts: Act[] = []
  for (let date = first; shanghai(date, '00:00') <= to; date = dayAway(date, 1)) {
    const luck = chance(mustBeDay(date))
    const said = date === days.at(-badDayAgo) ? badDayNotes : luck.pick(dayNotes)
    const at = (day: string, time: string) => shanghai(day, time) + luck.between(-240, 120) * 1_000
    acts.push(
      {
        at: at(date, '02:52'),
        do: () => signOut(stage, luck.pick(nightNotes), isTradingDate(goldExchange, date) ? 'hand-over' : 'stand-down'),
      },
      { at: at(date, '07:24'), do: () => signIn(stage) },
      { at: at(date, '16:58'), do: () => signOut(stage, said, 'hand-over') },
      { at: at(date, '19:10'), do: () => signIn(stage) },
    )
  }
  return acts.filter((one) => one.at > from && one.at <= to)
}

const dayNotes = [
  '乙运营商今晚 22:00 切换备线,主线不受影响,留意延时。',
  '银行链路下午慢过一次,已恢复;夜盘开市前再看一眼出入金。',
  '无未结事项。结算文件已复核归档。',
] as const
/** What the night was told after the line had been cut. */
const badDayNotes = [
  '一、08:05 交易专线中断(施工挖断光缆,甲运营商工单 30962),08:41 切换备用线路,09:00 按时开市;主线 14:55 恢复,收市后已切回。',
  '二、报单网关随前置失联退出,08:52 按流程重启;夜盘开市前请再看一次重连日志。',
  '三、开市流程第 3 步免除主线检查,赵敏批准;交易前置启动逾期,报告中已写明原因。',
  '四、备线当日流量约为平时三倍,乙运营商提示夜间可能限速,20:00 前请测一次时延。',
  '五、交易业务部电话委托 14 笔已全部补录,孙嘉怡核对无误。',
  '六、运营商书面说明明日上午送达,到后转陈志远。',
].join('\n')
const nightNotes = [
  '夜盘平稳。行情主机磁盘 78%,早班留意。',
  '夜盘无异常,日终任务全部完成。',
  '23:40 报单网关重连一次,自动恢复,已记日志。',
] as const

const loginOf = ({ people }: Stage, person: string): Login =>
  (Object.keys(people) as Login[]).find((login) => people[login] === person) as Login

/** Whoever is awaited signs. */
async function signIn(stage: Stage): Promise<void> {
  await muster(stage.engine)
  for (const { id, person } of await shiftsIn(stage, 'due'))
    await stage.as(loginOf(stage, person), (tx) => tx.act(shift, id, 'sign-in'))
}

/** Whoever is on duty hands over what there is; before a day without trading nobody comes next. */
async function signOut(stage: Stage, notes: string, verb: 'hand-over' | 'stand-down'): Promise<void> {
  for (const { id, person } of await shiftsIn(stage, 'on-duty'))
    await stage.as(loginOf(stage, person), async (tx) => {
      await perform(tx, stage.engine, shift, id, 'compile')
      await tx.act(shift, id, verb, { notes })
    })
}

const shiftsIn = ({ engine }: Stage, state: 'due' | 'on-duty') =>
  engine.db.selectFrom('shift').select(['id', 'person']).where('state', '=', state).orderBy('number').execute()
