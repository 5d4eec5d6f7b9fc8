import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../../../record/problem.ts'

/** An account of the operating system. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * Whom PostgreSQL runs as: null for ourselves, and another account when we are root, as which PostgreSQL refuses to run.
 * Refuses with `unavailable` when root finds no such account.
 */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new Refusal('unavailable', [
    'PostgreSQL 不能以 root 运行，而本机没有 postgres 或 nobody 用户。请以普通用户启动，或用 DATABASE_URL 指定自己的 PostgreSQL。',
    'PostgreSQL does not run as root, and this machine has no user postgres or nobody. Start as an ordinary user, or name a PostgreSQL of your own with DATABASE_URL.',
  ])
}

/** Whether the account may pass through this folder and all above it. */
export function canPass(account: Account, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if (!(mode & bit)) return false
  return dirname(folder) === folder || canPass(account, dirname(folder))
}
