import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Words } from '../../record/words.ts'
import { livingCopies } from '../copies.ts'
import type { Engine } from '../engine.ts'

/** One thing looked at, and how it stands. */
export interface Finding {
  readonly code: string
  readonly level: 'ok' | 'warning' | 'bad'
  readonly text: Words
}

/** Looks at one thing of the house. Areas add their own, as `looks`. */
export type Look = (engine: Engine, home: string) => Promise<Finding>

/** How the house itself stands, worst first. What cannot be looked at is bad, and says why. */
export async function healthOf(engine: Engine, home: string): Promise<Finding[]> {
  const found = await Promise.all(
    Object.entries({ ...looks, ...engine.looks }).map(([code, look]) =>
      look(engine, home).catch(
        (error: Error): Finding => ({ code, level: 'bad', text: [error.message, error.message] }),
      ),
    ),
  )
  return found.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}

const order = ['bad', 'warning', 'ok']

/** Above these something is late or nearly full. */
const mostSkewMs = 2_000
const mostUnsealedMs = 5 * 60_000
const mostWaitingMs = 60_000
const leastFree = 0.1

const looks: Readonly<Record<string, Look>> = {
  async database({ db }) {
    const begun = performance.now()
    const { rows } = await sql<{ version: string; size: number }>`select current_setting('server_version') as version,
      pg_database_size(current_database()) as size`.execute(db)
    const [{ version, size } = { version: '?', size: 0 }] = rows
    const took = Math.round(performance.now() - begun)
    const said = `PostgreSQL ${version}, ${gigabytes(size)}, ${took} ms`
    return finding('database', took < 1000 ? 'ok' : 'warning', [`数据库:${said}`, `Database: ${said}`])
  },
  async clock({ db, clock }) {
    const before = Date.parse(clock.now())
    const { rows } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(db)
    const skew = Math.round(Date.parse(rows[0]?.now ?? '') - (before + Date.parse(clock.now())) / 2)
    const level = Math.abs(skew) < mostSkewMs ? 'ok' : 'bad'
    return finding('clock', level, [
      `服务器与数据库时钟相差 ${skew} 毫秒`,
      `Server and database clocks differ by ${skew} ms`,
    ])
  },
  async seals({ db, clock }) {
    const { rows } = await sql<{ count: number; oldest: string | null }>`select count(*) as count, min(j.at) as oldest
      from journal_pending p join journal j on j.id = p.entry`.execute(db)
    const { count = 0, oldest = null } = rows[0] ?? {}
    const late = oldest !== null && Date.parse(clock.now()) - Date.parse(oldest) > mostUnsealedMs
    return finding('seals', late ? 'bad' : 'ok', [
      `待封存的日志 ${count} 条`,
      `${count} journal entries not yet sealed`,
    ])
  },
  async jobs({ db, clock }) {
    const { rows } = await sql<{ waiting: number; oldest: string | null; failed: number }>`select
      count(*) filter (where attempts < max_attempts and run_at <= now()) as waiting,
      min(run_at) filter (where attempts < max_attempts and run_at <= now() and locked_at is null) as oldest,
      count(*) filter (where attempts >= max_attempts) as failed from graphile_worker.jobs`.execute(db)
    const { waiting = 0, oldest = null, failed = 0 } = rows[0] ?? {}
    const late = oldest !== null && Date.parse(clock.now()) - Date.parse(oldest) > mostWaitingMs
    const level = late ? 'bad' : failed > 0 ? 'warning' : 'ok'
    return finding('jobs', level, [
      `后台任务:待办 ${waiting},放弃 ${failed}`,
      `Jobs: ${waiting} due, ${failed} given up`,
    ])
  },
  async copies({ db }) {
    const { length } = await livingCopies(db)
    return finding('copies', 'ok', [
      `在运行的服务器副本 ${length} 个`,
      `${length} ${length === 1 ? 'copy of the server is' : 'copies of the server are'} running`,
    ])
  },
  async partitions({ db }) {
    const { rows } = await sql<{ ready: boolean }>`select to_regclass('journal_' ||
      to_char((now() at time zone 'UTC') + interval '1 month', 'YYYYMM')) is not null as ready`.execute(db)
    const ready = rows[0]?.ready === true
    return finding('partitions', ready ? 'ok' : 'warning', [
      ready ? '下月的日志分区已备好' : '下月的日志分区尚未建立',
      ready ? 'Next month’s journal partition is ready' : 'Next month’s journal partition is missing',
    ])
  },
  async disk(_engine, home) {
    const { bavail, blocks, bsize } = await statfs(home)
    const free = bavail / blocks
    const said = `${gigabytes(bavail * bsize)} (${Math.round(free * 100)} %)`
    return finding('disk', free < leastFree ? 'bad' : 'ok', [
      `数据目录可用空间 ${said}`,
      `Free space of the data folder: ${said}`,
    ])
  },
}

export const finding = (code: string, level: Finding['level'], text: Words): Finding => ({ code, level, text })

const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`
