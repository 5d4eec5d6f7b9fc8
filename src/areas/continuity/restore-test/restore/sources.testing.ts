import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { postgresAccount } from '../../../../platform/db/postgres/account.ts'

const debian = '/usr/lib/postgresql'

/** A PostgreSQL as Debian installs it, with a cluster in this folder: the firm's own database, which is saved. */
export async function installedPostgres(folder: string) {
  const [version] = readdirSync(debian).sort((a, b) => Number(b) - Number(a))
  const bin = join(debian, version as string, 'bin')
  const account = postgresAccount()
  const as = account ? { uid: account.uid, gid: account.gid } : {}
  chmodSync(folder, 0o755)
  const place = join(folder, 'cluster')
  mkdirSync(place, { mode: 0o700 })
  if (account) chownSync(place, account.uid, account.gid)
  const run = (name: string, ...args: string[]) =>
    execFileSync(join(bin, name), args, { cwd: place, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', ...as })
  const port = String(await freePort())
  run('initdb', '-D', join(place, 'data'), '-U', 'firm', '-A', 'trust', '--no-sync', '--locale=C.UTF-8')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  run('pg_ctl', 'start', '-D', join(place, 'data'), '-w', '-s', '-l', join(place, 'log'), '-o', options)
  const to = ['-h', '127.0.0.1', '-p', port, '-U', 'firm']
  return {
    sql: (text: string) => run('psql', ...to, '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-qAtc', text).trim(),
    /** Into a file that we can read: pg_dump runs as ourselves. */
    dump: (file: string, ...args: string[]) =>
      writeFileSync(
        file,
        execFileSync(join(bin, 'pg_dump'), [...to, '-d', 'postgres', ...args], { stdio: ['ignore', 'pipe', 'pipe'] }),
      ),
    stop: () => void run('pg_ctl', 'stop', '-D', join(place, 'data'), '-m', 'immediate', '-s'),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
