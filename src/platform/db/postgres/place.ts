import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../record/problem.ts'
import type { Words } from '../../../record/words.ts'
import { type Account, canPass } from './account.ts'

/** Where root keeps the clusters of data folders that PostgreSQL's account cannot reach, for example below `/root`. */
const elsewhere = '/var/lib/touchstone-postgres'

/**
 * The folder of the embedded PostgreSQL, made when missing: `postgres/` in the data folder.
 *
 *     server-<version>/   the programs, a copy of the npm package's (binaries.ts)
 *     postgresql.conf     written anew at each start (config.ts)
 *     data/               the cluster: belongs to the account PostgreSQL runs as, mode 0700
 *     log/                the server's log of the last seven days, and startup.log; the same owner
 *
 * Where that account cannot pass through the data folder, `postgres` is a link to a folder of `/var/lib/touchstone-postgres`.
 * Refuses with `unavailable` when that folder has gone: starting afresh would look like a loss of all data.
 */
export function postgresPlace(home: string, account: Account | null, say: (words: Words) => void): string {
  const path = join(home, 'postgres')
  if (existsSync(path)) return realpathSync(path)
  if (isLink(path)) throw gone(path)
  if (!account || canPass(account, realpathSync(home))) {
    makeFolder(path)
    return realpathSync(path)
  }
  const place = join(elsewhere, randomBytes(8).toString('hex'))
  makeFolder(elsewhere)
  makeFolder(place)
  symlinkSync(place, path)
  say([
    `用户 ${account.name} 不能进入 ${home}，数据库文件放在 ${place}。`,
    `User ${account.name} cannot enter ${home}: the database's files are in ${place}.`,
  ])
  return place
}

// Root's folder is open for passing; what is secret inside has modes of its own.
function makeFolder(path: string): void {
  if (existsSync(path)) return
  mkdirSync(path)
  chmodSync(path, process.getuid?.() === 0 ? 0o755 : 0o700)
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

const gone = (path: string): Refusal =>
  new Refusal('unavailable', [
    `数据库文件不见了：${path} 指向 ${readlinkSync(path)}，那里什么也没有。请恢复它；若要从头开始，请删除 ${path}。`,
    `The database's files have gone: ${path} points to ${readlinkSync(path)}, where nothing is. Restore it, or remove ${path} to start afresh.`,
  ])
