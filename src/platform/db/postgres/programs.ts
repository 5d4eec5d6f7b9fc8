import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Refusal } from '../../../record/problem.ts'
import type { Account } from './account.ts'

/** Where PostgreSQL's programs are, and whom they run as. */
export interface Programs {
  readonly bin: string
  readonly place: string
  readonly account: Account | null
}

/** Runs one program to its end; answers whether it succeeded, and what it said. */
export function run(programs: Programs, name: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<Result> {
  const { bin, place, account } = programs
  return new Promise((resolve, reject) => {
    const child = spawn(join(bin, name), args, {
      // Nobody may be allowed where we stand; and none of our own PG… variables may reach it.
      cwd: place,
      env: { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    })
    let output = ''
    const keep = (chunk: Buffer): void => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    // Not `close`: on Windows the server it started holds the pipes open.
    child.once('exit', (code) => resolve({ ok: code === 0, output }))
  })
}

export interface Result {
  readonly ok: boolean
  readonly output: string
}

/** A PostgreSQL that will not start, in its own words. */
export const failed = (output: string): Refusal =>
  new Refusal('unavailable', [`PostgreSQL 未能启动：\n${output.trim()}`, `PostgreSQL did not start:\n${output.trim()}`])
