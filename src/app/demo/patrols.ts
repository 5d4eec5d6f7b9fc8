import { checkpoint } from '../../areas/operations/checkpoint/checkpoint.record.ts'
import { dutyTask } from '../../areas/operations/duty-task/duty-task.record.ts'
import { patrolRoute } from '../../areas/operations/patrol-route/patrol-route.record.ts'
import { patrolVisit } from '../../areas/operations/patrol-visit/patrol-visit.record.ts'
import { endWhole } from '../../areas/operations/patrol-visit/server/round.ts'
import { periodicDuty } from '../../areas/operations/periodic-duty/periodic-duty.record.ts'
import { tickDuties } from '../../areas/operations/periodic-duty/server/keep.ts'
import { instantAt } from '../../record/time.ts'
import { chance } from './chance.ts'
import { calendarIds } from './clocks.ts'
import { type Act, shanghai } from './history/agenda.ts'
import { onDuty } from './history/runs.data.ts'
import { patrolMishaps, patrolPoints } from './patrols.data.ts'
import type { Stage } from './stage.ts'

const minute = 60_000
const dueAt = '08:30'
const title = '机房巡检'

/** The machine room's round on each of these trading days (oldest first): once it was too warm, once nobody walked. */
export function patrolActs(stage: Stage, days: readonly string[]): Act[] {
  const [first] = days
  if (!first) return []
  return [
    { at: shanghai(first, '06:40'), do: () => begin(stage, first) },
    ...days.flatMap((day, index): Act[] => {
      const daysAgo = days.length - index
      const missed = patrolMishaps[daysAgo]?.missed
      const walked = shanghai(day, dueAt) - (20 - (index % 7)) * minute
      return [
        { at: shanghai(day, '07:40'), do: () => tickDuties(stage.engine) },
        ...(missed === undefined
          ? [{ at: walked, do: () => walk(stage, day, daysAgo, walked) }]
          : [{ at: shanghai(day, '10:35'), do: () => miss(stage, day, missed) }]),
      ]
    }),
  ]
}

async function begin(stage: Stage, startsOn: string): Promise<void> {
  const { db } = stage.engine
  const calendars = await calendarIds(db)
  const places = await db.selectFrom('location').select(['id', 'code']).execute()
  const place = (code: string) => places.find((one) => one.code === code)?.id ?? null
  const post = await db.selectFrom('post').select('id').where('code', '=', 'duty-operator').executeTakeFirstOrThrow()
  await stage.as('engineer', async (tx) => {
    const route = await tx.create(patrolRoute, {
      ...{ name: '主机房巡检路线', nameEn: 'Machine room round', place: place('BJ-MR') },
      instructions: '自正门进入,按标签顺序行走,约 12 分钟。',
    })
    for (const [at, { usual: _usual, place: where, readings, ...point }] of patrolPoints.entries()) {
      const { answers: _answers, ...values } = { answers: null, ...point }
      await tx.create(checkpoint, { ...values, readings, route: route.id, position: at + 1, place: place(where) })
    }
    await tx.create(periodicDuty, {
      ...{ name: title, nameEn: 'Machine room patrol', post: post.id, route: route.id },
      instructions: '沿主机房路线逐点扫码、抄数;越限的当场报系统工程师。',
      rule: { every: 'day', closed: 'skip' },
      calendar: calendars.trading,
      ...{ at: dueAt, opensBefore: 60, closesAfter: 120, startsOn },
    })
  })
}

const roundOf = ({ engine }: Stage, day: string) =>
  engine.db
    .selectFrom('dutyTask')
    .select(['id', 'route'])
    .where('title', '=', title)
    .where('dueOn', '=', day)
    .executeTakeFirst()

async function walk(stage: Stage, day: string, daysAgo: number, at: number): Promise<void> {
  const round = await roundOf(stage, day)
  if (!round?.route) return
  const rows = await stage.engine.db
    .selectFrom('checkpoint')
    .select(['id', 'name'])
    .where('route', '=', round.route)
    .execute()
  const luck = chance(at / 1_000)
  const visits = patrolPoints.map((point, n) => {
    const read = Object.entries(point.usual).map(([name, [least, most]]) => [name, luck.between(least, most) / 10])
    const other = n === 0 ? patrolMishaps[daysAgo]?.read : undefined
    return {
      values: {
        ...{ task: round.id, checkpoint: rows.find(({ name }) => name === point.name)?.id as string },
        ...{ key: `demo-${day}-${n + 1}`, how: 'scanned', device: 'Android · Chrome' },
        visitedAt: instantAt(at - (patrolPoints.length - n) * 2 * minute),
        values: { ...Object.fromEntries(read), ...('answers' in point ? point.answers : {}), ...other },
        note: other ? '冷通道 A 温度偏高,已报系统工程师,空调设定由 24 调至 22。' : null,
      },
    }
  })
  await stage.as(onDuty(daysAgo).operator, async (tx) => {
    await tx.putMany(patrolVisit, visits)
    await endWhole(tx, round.id)
  })
}

async function miss(stage: Stage, day: string, missedReason: string): Promise<void> {
  await tickDuties(stage.engine)
  const round = await roundOf(stage, day)
  if (round) await stage.as('engineer', (tx) => tx.act(dutyTask, round.id, 'explain', { missedReason }))
}
