import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { type RunningCommand, runCommand } from '../../../../platform/process/command.ts'
import type { Restored, Scratch } from './restored.ts'
import { runProgram } from './run-program.ts'
import { Unproven } from './unproven.ts'

const lookEveryMs = 100
/** Of the server itself, beside the restore. */
const startMs = 60_000

/**
 * Restores a dump into a MariaDB of its own, which listens at a socket in the scratch folder only and may read and write no file
 * outside of its data. The client takes statements alone: a dump that would have it run a program is refused.
 */
export async function restoreMysql(file: string, scratch: Scratch): Promise<Restored> {
  const server = await startMariadb(scratch)
  try {
    const input = await unpacked(file, scratch)
    await server.ask(['--binary-mode', 'restored'], input)
    const counted = await count(server)
    return {
      counted,
      measure: async ({ of }) => (await server.ask(['restored', '-e', of])).split('\n')[0]?.split('\t')[0] || null,
      close: server.stop,
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

export interface Mariadb {
  /** What the client says to these arguments, or to statements from a file. */
  ask(args: readonly string[], input?: string): Promise<string>
  stop(): Promise<void>
}

export async function startMariadb(scratch: Scratch): Promise<Mariadb> {
  const { folder } = scratch
  const data = join(folder, 'data')
  const run = join(folder, 'run')
  const nothing = join(folder, 'nothing')
  for (const path of [run, nothing]) mkdirSync(path, { mode: 0o700 })
  // Root runs it as another: MariaDB refuses to be root.
  const isRoot = process.getuid?.() === 0
  if (isRoot) chmodSync(run, 0o1777)
  const user = isRoot ? ['--user=mysql'] : []
  await runProgram(scratch, {
    command: 'mariadb-install-db',
    args: ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user],
  })
  const socket = join(run, 'mariadb.sock')
  const server = runCommand(
    {
      command: existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : 'mariadbd',
      args: [
        ...['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--local-infile=0'],
        ...[
          `--secure-file-priv=${nothing}`,
          `--pid-file=${join(run, 'mariadb.pid')}`,
          '--innodb-flush-log-at-trx-commit=0',
        ],
        ...['--skip-log-bin', '--event-scheduler=DISABLED', ...user],
      ],
      timeoutMs: scratch.left() + startMs,
      graceMs: 20_000,
    },
    () => new Date().toISOString(),
  )
  const ask = (args: readonly string[], input?: string) =>
    runProgram(scratch, {
      command: 'mariadb',
      args: [
        '--no-defaults',
        '--sandbox',
        `--socket=${socket}`,
        '--user=root',
        '--batch',
        '--raw',
        '--skip-column-names',
        ...args,
      ],
      ...(input !== undefined && { input }),
    })
  const stop = async () => {
    server.end()
    await server.result
  }
  try {
    await ready(server, socket)
    await ask(['-e', 'create database restored'])
    return { ask, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function ready(server: RunningCommand, socket: string): Promise<void> {
  let over = false
  void server.result.then(() => {
    over = true
  })
  for (const until = performance.now() + startMs; !existsSync(socket); await wait(lookEveryMs))
    if (over || performance.now() > until)
      throw new Unproven(
        `MariaDB 未能启动:${server.output().slice(-600)}`,
        `MariaDB did not start: ${server.output().slice(-600)}`,
      )
}

async function unpacked(file: string, { folder }: Scratch): Promise<string> {
  if (!file.endsWith('.gz')) return file
  const to = join(folder, 'dump.sql')
  try {
    await pipeline(createReadStream(file), createGunzip(), createWriteStream(to, { mode: 0o600 }))
  } catch (error) {
    throw new Unproven(`不能解压:${(error as Error).message}`, `It cannot be unpacked: ${(error as Error).message}`)
  }
  return to
}

/** A dump of several databases brings them along beside the one that is made for one alone. */
async function count(server: Mariadb): Promise<Record<string, number>> {
  const said = await server.ask([
    '-e',
    `set session group_concat_max_len = 1073741824;
    select group_concat('select count(*) as n from \`', replace(table_schema, '\`', '\`\`'), '\`.\`',
      replace(table_name, '\`', '\`\`'), '\`' separator ' union all ') into @each
    from information_schema.tables where table_type = 'BASE TABLE'
      and table_schema not in ('mysql', 'sys', 'information_schema', 'performance_schema');
    set @all = concat('select count(n), coalesce(sum(n), 0) from (', coalesce(@each, 'select null as n'), ') as each_one');
    prepare counted from @all;
    execute counted`,
  ])
  const [tables, rows] = said.trim().split('\t').map(Number)
  return { tables: tables ?? 0, rows: rows ?? 0 }
}
