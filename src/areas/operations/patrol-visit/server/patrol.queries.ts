import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { notFound } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone } from '../../../../record/rule.ts'
import { monthAway } from '../../../../record/time.ts'
import { checkpoint } from '../../checkpoint/checkpoint.record.ts'
import { readingsSchema, valuesSchema } from '../../checkpoint/reading.settings.ts'
import { dutyTask } from '../../duty-task/duty-task.record.ts'
import { patrolRoute } from '../../patrol-route/patrol-route.record.ts'
import '../../server/tables.ts'

const mostCheckpoints = 200

const checkpointsOn = (db: Parameters<typeof readItem>[0], route: string) =>
  db
    .selectFrom('checkpoint as c')
    .leftJoin('location as l', 'l.id', 'c.place')
    .select(['c.id', 'c.number', 'c.position', 'c.name', 'c.nameEn', 'c.instructions', 'c.readings', 'c.photo'])
    .select('l.name as place')
    .where('c.route', '=', route)
    .where('c.state', '=', 'in-use')
    .orderBy('c.position')
    .orderBy('c.id')
    .limit(mostCheckpoints)
    .execute()

/** What a phone needs to walk a round. */
export const patrolRound = query({
  path: '/api/patrols/:number',
  allow: everyone,
  summary: 'A round: its checkpoints in walking order with what is read at each, and the visits that have come in.',
  input: z.strictObject({ number: z.string().min(1).max(64) }),
  output: z.object({
    task: z.object({
      id: z.uuid(),
      number: z.string(),
      title: z.string(),
      titleEn: z.string().nullable(),
      state: z.enum(['due', 'to-sign', 'done', 'missed']),
      dueBy: z.iso.datetime(),
      closesAt: z.iso.datetime(),
    }),
    instructions: z.string().nullable(),
    checkpoints: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        position: z.number(),
        name: z.string(),
        nameEn: z.string().nullable(),
        place: z.string().nullable(),
        instructions: z.string().nullable(),
        readings: readingsSchema,
        photo: z.boolean(),
      }),
    ),
    visits: z.array(
      z.object({
        key: z.string(),
        checkpoint: z.uuid(),
        values: valuesSchema,
        isOut: z.boolean(),
        visitedAt: z.iso.datetime(),
        visitor: z.string(),
      }),
    ),
  }),
  async run({ db, person }, { number }) {
    const task = (await readItem(db, dutyTask, person, number)) as unknown as RowOf<typeof dutyTask>
    if (task.route === null) throw notFound()
    const route = await db
      .selectFrom('patrolRoute')
      .select('instructions')
      .where('id', '=', task.route)
      .executeTakeFirst()
    const visits = await db
      .selectFrom('patrolVisit as v')
      .innerJoin('person as p', 'p.id', 'v.visitor')
      .select(['v.key', 'v.checkpoint', 'v.values', 'v.isOut', 'v.visitedAt', 'p.name as visitor'])
      .where('v.task', '=', task.id)
      .orderBy('v.visitedAt')
      .limit(mostCheckpoints * 5)
      .execute()
    return {
      task,
      instructions: route?.instructions ?? null,
      checkpoints: await checkpointsOn(db, task.route),
      visits,
    }
  },
})

const roundsShown = 14

/** How a route's checkpoints fared in its last rounds. */
export const routeRounds = query({
  path: '/api/patrol-routes/:id/rounds',
  allow: everyone,
  summary: 'The checkpoints of a route, and what its last fourteen rounds found at each.',
  input: z.strictObject({ id: z.string().min(1).max(64) }),
  output: z.object({
    checkpoints: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        name: z.string(),
        nameEn: z.string().nullable(),
        place: z.string().nullable(),
      }),
    ),
    rounds: z.array(
      z.object({
        number: z.string(),
        dueBy: z.iso.datetime(),
        state: z.enum(['due', 'to-sign', 'done', 'missed']),
        /** By checkpoint: visited and well, or visited and something was out of range. */
        found: z.record(z.string(), z.enum(['well', 'out'])),
      }),
    ),
  }),
  async run({ db, person }, { id }) {
    const route = await readItem(db, patrolRoute, person, id)
    const rounds = await db
      .selectFrom('dutyTask')
      .select(['id', 'number', 'dueBy', 'state'])
      .where('route', '=', route.id)
      .orderBy('dueBy', 'desc')
      .limit(roundsShown)
      .execute()
    const visits =
      rounds.length === 0
        ? []
        : await db
            .selectFrom('patrolVisit')
            .select(['task', 'checkpoint', 'isOut'])
            .where(
              'task',
              'in',
              rounds.map((one) => one.id),
            )
            .execute()
    const foundIn = (task: string) =>
      Object.fromEntries(
        visits
          .filter((one) => one.task === task)
          .sort((a, b) => Number(a.isOut) - Number(b.isOut))
          .map(({ checkpoint, isOut }) => [checkpoint, isOut ? ('out' as const) : ('well' as const)]),
      )
    return {
      checkpoints: await checkpointsOn(db, route.id),
      rounds: rounds.reverse().map(({ id: task, ...round }) => ({ ...round, found: foundIn(task) })),
    }
  },
})

/** A month of what was read at a checkpoint, for its chart. */
export const checkpointSeries = query({
  path: '/api/checkpoints/:id/series',
  allow: everyone,
  summary: 'What was read at a checkpoint in a month, in the order of time.',
  input: z.strictObject({ id: z.string().min(1).max(64), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  output: z.object({
    readings: readingsSchema,
    visits: z.array(z.object({ at: z.iso.datetime(), values: valuesSchema, out: z.array(z.string()) })),
  }),
  async run({ db, person }, { id, month }) {
    const row = (await readItem(db, checkpoint, person, id)) as unknown as RowOf<typeof checkpoint>
    const visits = await db
      .selectFrom('patrolVisit')
      .select(['visitedAt as at', 'values', 'out'])
      .where('checkpoint', '=', row.id)
      .where('visitedAt', '>=', startOf(month))
      .where('visitedAt', '<', startOf(monthAway(month, 1)))
      .orderBy('visitedAt')
      .limit(2_000)
      .execute()
    return { readings: row.readings, visits }
  },
})

/** China keeps one time all year. */
const startOf = (month: string): string => new Date(`${month}-01T00:00:00+08:00`).toISOString()
