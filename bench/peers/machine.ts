import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'

/** `man proc`: the kernel counts processor time in hundredths of a second. */
const ticks = 100

/** A process and all that come from it. */
function tree(root: number): { pid: number; seconds: number }[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (stat(Number(name)) ?? []) : []))
  const found = all.filter(({ pid }) => pid === root)
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid))
  return found
}

/** With the time of its children that have ended; none where it has ended itself. */
function stat(pid: number): { pid: number; parent: number; seconds: number } | undefined {
  try {
    const [, parent, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    const seconds = rest.slice(9, 13).reduce((sum, one) => sum + one, 0) / ticks
    return { pid, parent: parent as number, seconds }
  } catch {
    return undefined
  }
}

/** Processor time of a whole tree of processes so far, in seconds. */
export const cpuOf = (root: number): number => tree(root).reduce((sum, { seconds }) => sum + seconds, 0)

/** Memory of a whole tree of processes in MiB; what several share is counted once. */
export const memoryOf = (root: number): number => tree(root).reduce((sum, { pid }) => sum + proportional(pid), 0) / 1024

function proportional(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** A program that runs until it is ended; what it says is kept for the moment it ends by itself. */
export function run(program: string, args: readonly string[], options: SpawnOptions = {}) {
  const child: ChildProcess = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said = (said + chunk).slice(-4_000)
    })
  const ended = once(child, 'exit')
  return {
    pid: child.pid as number,
    /** Tries until it holds; fails with what the program said once that has ended. */
    async until(holds: () => Promise<boolean>): Promise<void> {
      while (!(await holds().catch(() => false))) {
        if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}:\n${said}`)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    },
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}
