import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../record/problem.ts'
import { makeHome } from './home.ts'
import { isCode, living } from './process.ts'

export interface HomeLock {
  release(): void
}

interface Holder {
  readonly pid: number
  readonly started: string
}

/** How often this process holds each folder: the server locks its home, and so does the PostgreSQL it starts inside. */
const held = new Map<string, number>()

/**
 * Takes the data folder for this process. Refuses with `unavailable`, naming the process id, while another living process
 * holds it; the lock of a dead one is taken over. PostgreSQL may outlive its owner, so this is a lock of our own.
 */
export function lockHome(home: string): HomeLock {
  makeHome(home)
  const path = join(home, 'server.lock')
  const times = held.get(path) ?? 0
  if (times === 0) acquire(path, home)
  held.set(path, times + 1)
  let released = false
  return {
    release() {
      if (released) return
      released = true
      const left = (held.get(path) ?? 1) - 1
      held.set(path, left)
      if (left === 0) rmSync(path, { force: true })
    },
  }
}

function acquire(path: string, home: string): void {
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: living(process.pid)?.started }), { mode: 0o600 })
  try {
    while (!linked(mine, path)) {
      const text = readIfThere(path)
      if (text === null) continue
      const holder = holderOf(text)
      if (holder && living(holder.pid)?.started === holder.started && holder.pid !== process.pid)
        throw inUse(home, holder)
      removeStale(path, text)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

// Linking is atomic and refuses to replace, so the lock appears whole and only one of two comers gets it.
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

// Moved aside first: if another comer has replaced the stale lock meanwhile, it is theirs and goes back.
function removeStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  if (readFileSync(aside, 'utf8') !== stale) linked(aside, path)
  rmSync(aside, { force: true })
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

function holderOf(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch (error) {
    // A file cut short by a power failure names nobody.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const inUse = (home: string, { pid }: Holder): Refusal =>
  new Refusal('unavailable', [
    `数据目录 ${home} 正由另一个 Touchstone 进程使用（进程号 ${pid}）。请先停止它，或用 TOUCHSTONE_HOME 指定另一个目录。`,
    `The data folder ${home} is in use by another Touchstone, process ${pid}. Stop that one first, or choose another folder with TOUCHSTONE_HOME.`,
  ])
