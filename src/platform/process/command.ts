import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { BoundedOutput } from './output.ts'

export interface CommandSpec {
  /** A program, by path or by name; run as it stands, without a shell. */
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string | undefined
  /** Beside the few variables every program needs. Ours (addresses, passwords) are never passed on. */
  readonly env?: Readonly<Record<string, string>> | undefined
  /** A file that it reads as its standard input; without one there is none. */
  readonly input?: string | undefined
  /** Hard limit in milliseconds. */
  readonly timeoutMs: number
  /** How long after SIGTERM the group may take to end before SIGKILL, in milliseconds. */
  readonly graceMs?: number
}

export interface CommandResult {
  /** `ended`: we ended it ourselves before its limit, so what it did is not known. */
  readonly outcome: 'ok' | 'failed' | 'timed-out' | 'ended'
  readonly exitCode: number | null
  readonly signal: string | null
  /** Standard output and error as they came, at most 64 KiB: the beginning and the end. */
  readonly output: string
  readonly startedAt: string
  readonly endedAt: string
}

export interface RunningCommand {
  readonly result: Promise<CommandResult>
  /** What it has said so far. */
  output(): string
  /** Ends it and its whole process group, as when its time is up. */
  end(): void
}

const most = 64 * 1024
const drainMs = 500
const lookEveryMs = 20

/**
 * Runs a program in a process group of its own. When its time is up the whole group is ended: SIGTERM, two seconds,
 * SIGKILL, grandchildren included. The result always comes; a program that cannot be started has failed and says why.
 */
export function runCommand(spec: CommandSpec, now: () => string): RunningCommand {
  const output = new BoundedOutput(most)
  const startedAt = now()
  let stop: ((why: 'timed-out' | 'ended') => void) | undefined
  const stopped = new Promise<'timed-out' | 'ended'>((resolve) => {
    stop = resolve
  })

  async function run(): Promise<CommandResult> {
    const child = spawned(spec)
    if (child instanceof Error) {
      output.add(Buffer.from(`${spec.command}: ${child.message}\n`))
      return { outcome: 'failed', exitCode: null, signal: null, output: output.toString(), startedAt, endedAt: now() }
    }
    child.stdout?.on('data', (chunk: Buffer) => output.add(chunk))
    child.stderr?.on('data', (chunk: Buffer) => output.add(chunk))
    const exited = exitOf(child)
    const timer = setTimeout(() => stop?.('timed-out'), spec.timeoutMs)
    const first = await Promise.race([exited, stopped])
    clearTimeout(timer)
    if (typeof first === 'string') await endGroup(child, spec.graceMs ?? 2_000)
    const exit = await exited
    await drained(child)
    if (exit.error) output.add(Buffer.from(`${exit.error}\n`))
    return {
      outcome: typeof first === 'string' ? first : exit.code === 0 ? 'ok' : 'failed',
      exitCode: exit.code,
      signal: exit.signal,
      output: output.toString(),
      startedAt,
      endedAt: now(),
    }
  }

  return { result: run(), output: () => output.toString(), end: () => stop?.('ended') }
}

/** Most faults come as an event; a few (arguments too long, or with a NUL in them) are thrown at once. */
function spawned(spec: CommandSpec): ChildProcess | Error {
  let input: number | undefined
  try {
    input = spec.input === undefined ? undefined : openSync(spec.input, 'r')
    return spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: { ...leastEnvironment(), ...spec.env },
      detached: true,
      stdio: [input ?? 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
  } catch (error) {
    return error as Error
  } finally {
    // The child has its own.
    if (input !== undefined) closeSync(input)
  }
}

interface Exit {
  readonly code: number | null
  readonly signal: string | null
  readonly error?: string
}

const exitOf = (child: ChildProcess): Promise<Exit> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ code: null, signal: null, error: `${child.spawnfile}: ${error.message}` }),
    )
  })

/** Waits for the last words, but not for long: a program left running on purpose may hold the pipe open for good. */
async function drained(child: ChildProcess): Promise<void> {
  const pipes = [child.stdout, child.stderr].filter((pipe) => pipe !== null)
  const closed = Promise.all(
    pipes.map((pipe) => (pipe.closed ? undefined : new Promise((resolve) => pipe.once('close', resolve)))),
  )
  await Promise.race([closed, wait(drainMs)])
  for (const pipe of pipes) pipe.destroy()
}

async function endGroup(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.pid === undefined) return
  for (const [signal, patience] of [
    ['SIGTERM', graceMs],
    ['SIGKILL', 2_000],
  ] as const) {
    const deadline = performance.now() + patience
    if (!signalGroup(child, signal)) return
    // The leader may be gone while others of its group live on, so the group is asked, not the child.
    while (signalGroup(child, 0)) {
      if (performance.now() >= deadline) break
      await wait(lookEveryMs)
    }
  }
}

/** False when there is nobody left to signal. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (process.platform === 'win32') return child.kill(signal) // there are no process groups
  try {
    process.kill(-(child.pid as number), signal)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ESRCH') return false
    if (code === 'EPERM') return signal === 0 ? false : child.kill(signal) // a member runs as somebody else
    throw error
  }
}

const passedOn = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP']

const leastEnvironment = (): Record<string, string> =>
  Object.fromEntries(passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
