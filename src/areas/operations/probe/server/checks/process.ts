import { readFile } from 'node:fs/promises'
import type { ProcessSettings } from '../../kinds/machine.settings.ts'
import { type CheckContext, down, type Finding, noteOf, up } from './check.ts'

/**
 * Whether the process of a pid file runs.
 *
 * Linux: `/proc/<pid>` gives state (a zombie is down) and command line, which must contain what is expected. A `/proc` mounted
 * with `hidepid` shows other people's processes as missing.
 * Elsewhere: signal 0 tells only that the number is taken; the command line is not compared and the note says `pid only`.
 */
export async function processCheck(
  settings: ProcessSettings,
  { signal }: Pick<CheckContext, 'signal'>,
  platform: NodeJS.Platform = process.platform,
): Promise<Finding> {
  try {
    const pid = Number((await readFile(settings.pidFile, { encoding: 'utf8', signal })).trim().split(/\s/)[0])
    if (!Number.isSafeInteger(pid) || pid <= 0) return down('no pid in file')
    return platform === 'linux' ? await fromProc(pid, settings.commandLine, signal) : bySignal(pid)
  } catch (error) {
    return down(noteOf(error))
  }
}

async function fromProc(pid: number, expected: string, signal: AbortSignal): Promise<Finding> {
  try {
    const [stat, commandLine] = await Promise.all([
      readFile(`/proc/${pid}/stat`, { encoding: 'utf8', signal }),
      readFile(`/proc/${pid}/cmdline`, { encoding: 'utf8', signal }),
    ])
    if (isDead(stat)) return down(`pid ${pid} zombie`)
    const matches = commandLine.split('\0').join(' ').includes(expected)
    return matches ? up(`pid ${pid}`) : down(`pid ${pid} is another program`)
  } catch (error) {
    const note = noteOf(error)
    // ESRCH: it ended between opening the file and reading it.
    return down(note === 'ENOENT' || note === 'ESRCH' ? `no process ${pid}` : note)
  }
}

/** The state letter follows the program name, which is in brackets and may itself hold any character. */
function isDead(stat: string): boolean {
  const state = stat.slice(stat.lastIndexOf(')') + 2)[0]
  return state === 'Z' || state === 'X'
}

function bySignal(pid: number): Finding {
  try {
    process.kill(pid, 0)
  } catch (error) {
    const note = noteOf(error)
    if (note !== 'EPERM') return down(note === 'ESRCH' ? `no process ${pid}` : note) // EPERM: it runs, as somebody else
  }
  return up(`pid ${pid}, pid only`)
}
