import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '../../../record/words.ts'
import type { Settings } from './config.ts'
import { withClient } from './postmaster.ts'
import { failed, type Programs, run } from './programs.ts'
import { type Secret, urlOf } from './secret.ts'

/** Makes the cluster where there is none: aside, and then renamed, so that a first start cut short leaves no half one. */
export async function createCluster(
  programs: Programs,
  { password }: Secret,
  settings: Settings,
  say: (words: Words) => void,
): Promise<void> {
  const data = join(programs.place, 'data')
  ownFolder(programs, 'log')
  if (existsSync(data)) return
  say(['正在创建数据库……', 'Creating the database …'])
  rmSync(`${data}.new`, { recursive: true, force: true })
  ownFolder(programs, 'data.new')
  const passwordFile = join(programs.place, 'initial-password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (programs.account) chownSync(passwordFile, programs.account.uid, programs.account.gid)
  // Elsewhere than on Linux the system may not know C.UTF-8; PostgreSQL's own one sorts and folds all the same.
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
  const result = await run(programs, 'initdb', [
    `--pgdata=${data}.new`,
    '--username=touchstone',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--data-checksums',
    ...(settings['fsync'] === false ? ['--no-sync'] : []),
  ])
  rmSync(passwordFile)
  if (!result.ok) throw failed(result.output)
  renameSync(`${data}.new`, data)
}

/** Makes the database `touchstone` where it is missing. */
export async function createDatabase(secret: Secret): Promise<void> {
  await withClient(urlOf(secret, 'postgres'), async (client) => {
    const { rowCount } = await client.query(`select from pg_database where datname = 'touchstone'`)
    if (rowCount === 0) await client.query('create database touchstone')
  })
}

function ownFolder({ place, account }: Programs, name: string): void {
  const path = join(place, name)
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o700)
  if (account) chownSync(path, account.uid, account.gid)
}
