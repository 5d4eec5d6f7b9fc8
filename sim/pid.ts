import { existsSync, readFileSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { PartCode } from './parts.ts'

/** Where a part keeps the number of its process. */
export function pidFile(home: string, code: PartCode): string {
  return join(home, `${code}.pid`)
}

/** The program of a part: beside this one, as it is written or as it is built. */
export function programOf(code: PartCode): string {
  return join(import.meta.dirname, `${code}${extname(import.meta.filename)}`)
}

/** The process that runs this part for this folder; undefined when it died or its number went to another program. */
export function runningPid(home: string, code: PartCode): number | undefined {
  const pid = writtenPid(home, code)
  return pid !== undefined && isPartProcess(pid, home, code) ? pid : undefined
}

/** Whether this process lives and runs this part for this folder. */
export function isPartProcess(pid: number, home: string, code: PartCode): boolean {
  return signal(pid, 0) && runsProgram(pid, home, code)
}

/** Sends a signal; false when there is no such process, or none that is ours to signal: then it is not our part. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch (error) {
    if (hasCode(error, 'ESRCH', 'EPERM')) return false
    throw error
  }
}

/** Removes the pid file, unless by now it names another process than `pid`. */
export function forgetPid(home: string, code: PartCode, pid: number | undefined): void {
  if (writtenPid(home, code) === pid) rmSync(pidFile(home, code), { force: true })
}

function writtenPid(home: string, code: PartCode): number | undefined {
  const pid = Number(readIfThere(pidFile(home, code)))
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined
}

// Where there is no /proc a living process of that number has to be believed. A zombie's command line is empty.
function runsProgram(pid: number, home: string, code: PartCode): boolean {
  if (!existsSync('/proc/self/cmdline')) return true
  const words = readIfThere(`/proc/${pid}/cmdline`).split('\0')
  return words.includes(programOf(code)) && words.includes(home)
}

// Empty when it is not there: a process may end between our looking and our reading.
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH', 'EACCES')) return ''
    throw error
  }
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes(String((error as NodeJS.ErrnoException).code))
}
