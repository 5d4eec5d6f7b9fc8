/** When somebody outside says that the house is not well. Pure. */
import type { Words } from '../../record/words.ts'

/** One look at the house: what is dead, by code; nothing where all is well. */
export type Looked = readonly string[]

export interface Watching {
  /** Looks in a row that found the same kind of thing: something dead, or nothing. */
  readonly row: number
  readonly well: boolean
  /** What was told last: nothing is, until something is dead. */
  readonly toldWell: boolean
}

export const atFirst: Watching = { row: 0, well: true, toldWell: true }

/** Takes one more look into account: tells once after `after` looks in a row, and once when all is well again. */
export function look(before: Watching, dead: Looked, after: number): { now: Watching; tell: boolean } {
  const well = dead.length === 0
  const row = well === before.well ? before.row + 1 : 1
  const tell = well !== before.toldWell && (well || row >= after)
  return { now: { row, well, toldWell: tell ? well : before.toldWell }, tell }
}

const parts: Readonly<Record<string, Words>> = {
  server: ['服务器不应答', 'the server does not answer'],
  database: ['数据库', 'the database'],
  evaluators: ['监视(探测与告警判定)', 'the watching (probes and alarms)'],
  jobs: ['后台任务', 'jobs'],
  messages: ['外发消息', 'outgoing messages'],
  mailboxes: ['收件邮箱', 'mailboxes'],
  seals: ['日志封存', 'the sealing of the journal'],
  disk: ['磁盘空间', 'disk space'],
  clock: ['时钟', 'the clock'],
}

/** `试金石异常:数据库、后台任务` / `Touchstone is not well: the database, jobs`. */
export function sayingOf(server: string, dead: Looked): Words {
  if (dead.length === 0) return [`试金石运行正常:${server}`, `Touchstone is well: ${server}`]
  const words = dead.map((code) => parts[code] ?? [code, code])
  return [
    `试金石异常:${words.map(([zh]) => zh).join('、')}(${server})`,
    `Touchstone is not well: ${words.map(([, en]) => en).join(', ')} (${server})`,
  ]
}
