import { sql } from 'kysely'
import { z } from 'zod'
import { command, query } from '../../../platform/area.ts'
import { healthOf } from '../../../platform/health/health.ts'
import { standingOf } from '../../../platform/retention/standing.ts'
import { notFound } from '../../../record/problem.ts'
import { role } from '../../../record/rule.ts'

const keeper = role('admin')
const none = z.strictObject({})

export const house = query({
  path: '/api/house/health',
  allow: role('admin', 'manager', 'auditor'),
  summary: 'How the house itself stands: database, clocks, seals, jobs, copies, partitions, disk; worst first.',
  input: none,
  output: z.object({
    items: z.array(
      z.object({ code: z.string(), level: z.enum(['ok', 'warning', 'bad']), text: z.tuple([z.string(), z.string()]) }),
    ),
  }),
  run: async ({ engine }) => ({
    items: (await healthOf(engine, engine.home)).map((one) => ({ ...one, text: [...one.text] as [string, string] })),
  }),
})

const standingSchema = z.object({
  code: z.string(),
  words: z.tuple([z.string(), z.string()]),
  by: z.enum(['rows', 'partition', 'never']),
  /** Null: for ever. */
  days: z.int().nullable(),
  setting: z.string().nullable(),
  oldest: z.iso.datetime().nullable(),
  bytes: z.number(),
  partitions: z.int().nullable(),
  removed: z.object({ at: z.iso.datetime(), until: z.iso.datetime(), rows: z.number() }).nullable(),
})

export const retention = query({
  path: '/api/house/retention',
  allow: role('admin', 'manager', 'auditor'),
  summary: 'What grows: how long it is kept, how far back it reaches, what it takes up, and what was removed last',
  input: none,
  output: z.object({ items: z.array(standingSchema) }),
  run: async ({ engine }) => ({
    items: (await standingOf(engine)).map((one) => ({ ...one, words: [...one.words] as [string, string] })),
  }),
})

const jobSchema = z.object({
  id: z.string(),
  task: z.string(),
  state: z.enum(['waiting', 'running', 'retrying', 'given-up']),
  runAt: z.iso.datetime(),
  attempts: z.int(),
  maxAttempts: z.int(),
  lastError: z.string().nullable(),
})

export const jobs = query({
  path: '/api/house/jobs',
  allow: keeper,
  summary: 'The queue of jobs: those given up first, then what is tried again, then what is due.',
  input: none,
  output: z.object({ items: z.array(jobSchema) }),
  async run({ db }) {
    const { rows } = await sql<
      z.output<typeof jobSchema>
    >`select id::text, task_identifier as task, run_at, attempts, max_attempts,
        last_error, case when attempts >= max_attempts then 'given-up' when locked_at is not null then 'running'
          when attempts > 0 then 'retrying' else 'waiting' end as state
      from graphile_worker.jobs order by attempts >= max_attempts desc, attempts > 0 desc, run_at limit 200`.execute(db)
    return { items: rows }
  },
})

export const retryJob = command({
  path: '/api/house/jobs/retry',
  allow: keeper,
  summary: 'Tries a job again from the start, now.',
  input: z.strictObject({ id: z.string().regex(/^\d{1,18}$/) }),
  output: z.object({ id: z.string() }),
  async run(tx, { id }) {
    const { rows } =
      await sql`select id from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at := now(), attempts := 0)`.execute(
        tx.db,
      )
    if (rows.length === 0) throw notFound()
    return { id }
  },
})

export const dropJob = command({
  path: '/api/house/jobs/drop',
  allow: keeper,
  summary: 'Gives a job up for good.',
  input: z.strictObject({ id: z.string().regex(/^\d{1,18}$/) }),
  output: z.object({ id: z.string() }),
  async run(tx, { id }) {
    const { rows } = await sql`select id from graphile_worker.complete_jobs(array[${id}::bigint])`.execute(tx.db)
    if (rows.length === 0) throw notFound()
    return { id }
  },
})

export const sessions = query({
  path: '/api/house/sessions',
  allow: keeper,
  summary: 'Who is signed in now, and which tokens are alive, the last used first.',
  input: none,
  output: z.object({
    sessions: z.array(
      z.object({
        person: z.string(),
        login: z.string(),
        createdAt: z.iso.datetime(),
        seenAt: z.iso.datetime(),
        ip: z.string(),
        agent: z.string(),
      }),
    ),
    tokens: z.array(
      z.object({
        person: z.string(),
        login: z.string(),
        name: z.string(),
        scope: z.array(z.string()),
        expiresAt: z.iso.datetime(),
        lastUsedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
  async run({ db, now }) {
    const sessions = await db
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account')
      .innerJoin('person', 'person.id', 'account.person')
      .select([
        'person.name as person',
        'account.login',
        'session.createdAt',
        'session.seenAt',
        'session.ip',
        'session.agent',
      ])
      .where('session.expiresAt', '>', now)
      .orderBy('session.seenAt', 'desc')
      .limit(200)
      .execute()
    const tokens = await db
      .selectFrom('apiToken')
      .innerJoin('account', 'account.id', 'apiToken.account')
      .innerJoin('person', 'person.id', 'account.person')
      .select([
        'person.name as person',
        'account.login',
        'apiToken.name',
        'apiToken.scope',
        'apiToken.expiresAt',
        'apiToken.lastUsedAt',
      ])
      .where('apiToken.expiresAt', '>', now)
      .where('apiToken.revokedAt', 'is', null)
      .orderBy('apiToken.lastUsedAt', (order) => order.desc().nullsLast())
      .limit(200)
      .execute()
    return { sessions, tokens }
  },
})

export const endSessions = command({
  path: '/api/house/sessions/end',
  allow: keeper,
  summary: 'Ends every session of an account; journalled on its person.',
  input: z.strictObject({ login: z.string().min(1).max(200) }),
  output: z.object({ ended: z.int() }),
  async run(tx, { login }) {
    const account = await tx.db
      .selectFrom('account')
      .select(['id', 'person'])
      .where('login', '=', login)
      .executeTakeFirst()
    if (!account) throw notFound()
    const ended = await tx.db.deleteFrom('session').where('account', '=', account.id).returning('createdAt').execute()
    await tx.journal(tx.directory, account.person, 'end-sessions', { sessions: [ended.length, 0] })
    await tx.notify('sign-in', {})
    return { ended: ended.length }
  },
})
