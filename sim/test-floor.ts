import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Answer, ask } from './http.ts'
import type { Floor } from './part.ts'
import { type PartCode, parts, portOf } from './parts.ts'
import { runningPid } from './pid.ts'
import { startPart, statusOf, stopPart } from './processes.ts'

/** A floor for a test: a folder of its own, ports that were free a moment ago, real processes. */
export async function openTestFloor() {
  const floor: Floor = { home: mkdtempSync(join(tmpdir(), 'floor-')), base: await freeBase() }
  const lines: string[] = []
  const say = (_zh: string, en: string) => lines.push(en)
  return {
    ...floor,
    /** What was said so far, in English. */
    lines,
    start: (code: PartCode) => startPart(code, floor, say),
    stop: (code: PartCode, patience?: number) => stopPart(code, floor, say, patience),
    status: (code: PartCode) => statusOf(code, floor),
    pid: (code: PartCode) => runningPid(floor.home, code)!,
    get: async <T>(code: PartCode, path: string) => (await ask(portOf(code, floor.base), path))?.body as T,
    post: async (code: PartCode, path: string, body: unknown) =>
      (await ask(portOf(code, floor.base), path, body, 5000)) as {
        status: Answer['status']
        body: Record<string, unknown>
      },
    /** Runs a verb as Touchstone does: a program with arguments, no shell. */
    command: (...words: string[]) => command([...words, '--home', floor.home, '--base', String(floor.base)]),
    async close() {
      for (const { code } of parts.toReversed()) await stopPart(code, floor, say)
      rmSync(floor.home, { recursive: true })
    },
  }
}

function command(words: string[]): Promise<{ exit: number; stdout: string; stderr: string; pid: number }> {
  const cwd = dirname(import.meta.dirname)
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', join('sim', 'floor.ts'), ...words],
      { cwd },
      (_, stdout, stderr) => resolve({ exit: child.exitCode ?? -1, stdout, stderr, pid: child.pid! }),
    )
  })
}

// Below the range from which systems give ports to outgoing connections.
async function freeBase(): Promise<number> {
  for (;;) {
    const base = 20_000 + Math.floor(Math.random() * 10_000)
    const free = await Promise.all(parts.map(({ code }) => isFree(portOf(code, base))))
    if (free.every(Boolean)) return base
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
