import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ask } from './http.ts'
import { exitRefused, type Floor } from './part.ts'
import { type PartCode, partOf, portOf } from './parts.ts'
import { forgetPid, isPartProcess, programOf, runningPid, signal } from './pid.ts'
import { releaseOf } from './releases.ts'

/** Tells progress in both languages. */
export type Say = (zh: string, en: string) => void

export const exits = { done: 0, failed: 1, usage: 2, refused: exitRefused, notReady: 4 } as const

const readyWithin = 10_000
const stopWithin = 5_000
const killWithin = 2_000
const lookEvery = 50

/**
 * Starts a part in a session of its own, so that it outlives its caller, and waits until it is ready. A part that
 * runs already is only waited for. One that we started and that does not become ready is stopped again.
 */
export async function startPart(code: PartCode, floor: Floor, say: Say): Promise<number> {
  const { zh } = partOf(code)
  const running = runningPid(floor.home, code)
  if (running !== undefined) return waitForRunning(running, code, floor, say)

  say(`${zh}：正在启动`, `${code}: starting`)
  const began = performance.now()
  const log = openLog(code, floor.home)
  const child = spawnPart(code, floor, log.file)
  closeSync(log.file)
  if (await isReadyInTime(code, floor, child.pid, child)) {
    say(`${zh}：已就绪，进程 ${child.pid}`, `${code}: ready, process ${child.pid}, ${elapsed(began)} ms`)
    return exits.done
  }
  // Someone else may have started the same part a moment before us: then ours found the port taken and left.
  const other = runningPid(floor.home, code)
  if (other !== undefined && other !== child.pid) return waitForRunning(other, code, floor, say)
  const why = readFileSync(log.path).subarray(log.size).toString('utf8').trim()
  if (child.exitCode === exitRefused) {
    say(`${zh}：拒绝启动，依赖未就绪`, `${code}: refused because of a dependency\n${why}`)
    return exits.refused
  }
  if (isRunning(child)) await endProcess(code, floor.home, child.pid!, stopWithin, () => isRunning(child))
  say(`${zh}：未能就绪`, `${code}: did not become ready\n${why}`)
  return exits.notReady
}

/** Stops a part: asks it to end, and after `patience` ms ends it. Nothing to stop is success too. */
export async function stopPart(code: PartCode, { home }: Floor, say: Say, patience = stopWithin): Promise<number> {
  const { zh } = partOf(code)
  const pid = runningPid(home, code)
  if (pid === undefined) {
    say(`${zh}：未在运行`, `${code}: not running`)
    return exits.done
  }
  say(`${zh}：正在停止`, `${code}: stopping process ${pid}`)
  const how = await endProcess(code, home, pid, patience, () => isPartProcess(pid, home, code))
  if (how === 'alive') {
    say(`${zh}：无法停止`, `${code}: could not be stopped`)
    return exits.failed
  }
  say(`${zh}：已停止`, `${code}: ${how}`)
  return exits.done
}

/** What a part says of itself; `stopped` where no process is, `silent` where one is that does not answer. */
export async function statusOf(code: PartCode, floor: Floor): Promise<{ status: string } & Record<string, unknown>> {
  const pid = runningPid(floor.home, code)
  const version = releaseOf(floor.home, code)
  if (pid === undefined) return { part: code, version, status: 'stopped', pid: null }
  const health = (await healthOf(code, floor))?.body as { pid: number; status: string } | undefined
  return health?.pid === pid ? health : { part: code, version, status: 'silent', pid }
}

async function waitForRunning(pid: number, code: PartCode, floor: Floor, say: Say): Promise<number> {
  const { zh } = partOf(code)
  say(`${zh}：已在运行，进程 ${pid}`, `${code}: already running, process ${pid}`)
  if (await isReadyInTime(code, floor, pid)) return exits.done
  say(`${zh}：未就绪`, `${code}: is not ready`)
  return exits.notReady
}

function spawnPart(code: PartCode, { home, base }: Floor, log: number): ChildProcess {
  const program = programOf(code)
  const loader = program.endsWith('.ts') ? ['--import', 'tsx'] : []
  const words = [...loader, program, '--home', home, '--base', String(base), '--release', releaseOf(home, code)]
  const cwd = dirname(import.meta.dirname)
  const child = spawn(process.execPath, words, { cwd, detached: true, stdio: ['ignore', log, log] })
  child.unref()
  return child
}

function openLog(code: PartCode, home: string): { path: string; file: number; size: number } {
  mkdirSync(home, { recursive: true })
  const path = join(home, `${code}.log`)
  const file = openSync(path, 'a')
  return { path, file, size: statSync(path).size }
}

async function isReadyInTime(code: PartCode, floor: Floor, pid: number | undefined, child?: ChildProcess) {
  const deadline = performance.now() + readyWithin
  while (performance.now() < deadline && (!child || isRunning(child))) {
    const health = await healthOf(code, floor)
    // Asked for the pid: another floor's part may sit on the port.
    if (health?.status === 200 && (health.body as { pid?: number }).pid === pid) return true
    await wait(lookEvery)
  }
  return false
}

function healthOf(code: PartCode, floor: Floor) {
  return ask(portOf(code, floor.base), '/health')
}

async function endProcess(code: PartCode, home: string, pid: number, patience: number, runs: () => boolean) {
  for (const [name, within, how] of [
    ['SIGTERM', patience, 'stopped'],
    ['SIGKILL', killWithin, 'killed'],
  ] as const) {
    if (runs()) signal(pid, name)
    const deadline = performance.now() + within
    while (runs() && performance.now() < deadline) await wait(lookEvery)
    if (runs()) continue
    forgetPid(home, code, pid)
    return how
  }
  return 'alive'
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

function elapsed(began: number): number {
  return Math.round(performance.now() - began)
}
