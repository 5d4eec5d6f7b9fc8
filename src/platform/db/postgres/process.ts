import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** A living process: its program's name, and a start mark that tells it from a later process with the same id. */
export interface Living {
  readonly name: string
  readonly started: string
}

/** The process with this id, or null when it has ended (a zombie has). */
export function living(pid: number): Living | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null
  if (process.platform === 'linux') return fromProc(pid)
  if (process.platform === 'win32') return fromSignal(pid)
  return fromPs(pid)
}

/** Where the process stands, or null where the system will not say (it tells Linux users about their own, and root). */
export function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return null
    throw error
  }
}

// `/proc/<pid>/stat`: pid (name) state … field 22 is the start in ticks since boot. The name may hold spaces and brackets.
function fromProc(pid: number): Living | null {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ESRCH')) return null
    throw error
  }
  const end = stat.lastIndexOf(')')
  const fields = stat.slice(end + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return { name: stat.slice(stat.indexOf('(') + 1, end), started: `${boot}/${fields[19]}` }
}

function fromPs(pid: number): Living | null {
  if (!fromSignal(pid)) return null
  const line = execFileSync('ps', ['-o', 'lstart=,comm=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  // "Wed Nov 25 01:27:59 2026 /path/to/program": five words of time, then the name.
  const [, started, name] = /^\s*((?:\S+\s+){4}\S+)\s+(.*\S)/.exec(line) ?? []
  return started && name ? { name: name.slice(name.lastIndexOf('/') + 1), started } : null
}

// Windows tells neither cheaply; a living id counts as the same process.
function fromSignal(pid: number): Living | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (isCode(error, 'ESRCH')) return null
    if (!isCode(error, 'EPERM')) throw error
  }
  return { name: 'postgres', started: 'unknown' }
}

/** Whether an error of the operating system carries one of these codes. */
export const isCode = (error: unknown, ...codes: string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException | null)?.code ?? '')
