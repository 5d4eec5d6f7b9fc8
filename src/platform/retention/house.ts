import { sql } from 'kysely'
import { keptFor, keptForEver, type Retention } from './retention.ts'

/**
 * What the engine itself lets go. The journal stays: each digest stands on the one before it, so a gap could not be told from
 * a forgery.
 */
export const houseRetentions: readonly Retention[] = [
  keptForEver({ code: 'journal', words: ['操作日志', 'The journal'], table: 'journal', at: 'at' }),
  keptFor(30, {
    code: 'sign-in-failure',
    words: ['登录失败记录', 'Failed sign-ins'],
    table: 'sign_in_failure',
    at: 'at',
    least: 1, // a lockout counts those of a day at most
    most: 3650,
  }),
  keptFor(0, {
    code: 'session',
    words: ['已结束的会话', 'Sessions that are over'],
    table: 'session',
    at: 'expires_at',
    least: 0,
    most: 365,
  }),
  keptFor(90, {
    code: 'work',
    words: ['已结束的长时任务', 'Long work that has ended'],
    table: 'work',
    at: 'ended_at',
    least: 7,
    most: 3650,
  }),
  keptFor(90, {
    code: 'job',
    words: ['已放弃的后台任务', 'Jobs that were given up'],
    table: 'graphile_worker._private_jobs',
    at: 'updated_at',
    only: sql<boolean>`attempts >= max_attempts and locked_at is null`,
    least: 7,
    most: 3650,
  }),
  keptFor(7, {
    code: 'idempotency',
    words: ['重复请求的凭据', 'Keys of requests that may be repeated'],
    table: 'idempotency',
    at: 'at',
  }),
  keptFor(0, {
    code: 'sign-in-step',
    words: ['未完成的登录', 'Sign-ins half done'],
    table: 'sign_in_step',
    at: 'expires_at',
  }),
]
