import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type Echo, echoOf } from './echo.rules.ts'

/** Each target is asked once in this time, milliseconds. */
const everyMs = 1_000
/** A target that no check looked at for so long is no longer asked. */
const forgetMs = 120_000
const most = 1_000
/** Echoes kept of each target. */
const kept = 20
/** Targets that come together make the helper start once, not each of them. */
const gatherMs = 50
/** A helper that ended by itself is not started again sooner. */
const againMs = 5_000

interface Target {
  lookedAt: number
  echoes: { ms: number | null; at: number }[]
}

/** Why there are no echoes: the helper is missing or may not do its work, or has enough to do. */
export class NoPinger extends Error {
  override readonly name = 'NoPinger'
}

/**
 * One `fping` for all targets of this server, which asks each of them every second for as long as checks look at it. It is started anew
 * when a target comes, and by the first check after it ended. Instants are of the monotonic clock.
 */
export class Pinger {
  readonly #program: string
  readonly #targets = new Map<string, Target>()
  #child: ChildProcess | null = null
  #starting: NodeJS.Timeout | null = null
  #failed: { why: string; at: number } | null = null
  #waiting = new Set<() => void>()

  constructor(program = 'fping') {
    this.#program = program
  }

  /** The latest echoes of an address, `count` of them, or as many as came within `patienceMs`. Throws {@link NoPinger}. */
  async look(address: string, count: number, patienceMs: number): Promise<readonly Pick<Echo, 'ms'>[]> {
    const target = this.#targetOf(address)
    const deadline = performance.now() + patienceMs
    for (;;) {
      const since = performance.now() - (count + 2) * everyMs
      const fresh = target.echoes.filter(({ at }) => at >= since).slice(-count)
      const left = deadline - performance.now()
      if (fresh.length >= count || (left <= 0 && fresh.length > 0)) return fresh
      if (this.#failed) throw new NoPinger(this.#failed.why)
      if (left <= 0) throw new NoPinger('no echo sent yet')
      await this.#news(left)
    }
  }

  stop(): void {
    if (this.#starting) clearTimeout(this.#starting)
    this.#starting = null
    this.#targets.clear()
    this.#end()
  }

  #targetOf(address: string): Target {
    const now = performance.now()
    const known = this.#targets.get(address)
    if (!known && this.#targets.size >= most) throw new NoPinger(`more than ${most} targets`)
    const target = known ?? { lookedAt: now, echoes: [] }
    target.lookedAt = now
    this.#targets.set(address, target)
    if (this.#failed && now - this.#failed.at >= againMs) this.#failed = null
    if ((!known || !this.#child) && !this.#failed) this.#startSoon()
    return target
  }

  #startSoon(): void {
    this.#starting ??= setTimeout(() => {
      this.#starting = null
      this.#end()
      this.#start()
    }, gatherMs)
  }

  #start(): void {
    const now = performance.now()
    for (const [address, { lookedAt }] of this.#targets) if (now - lookedAt > forgetMs) this.#targets.delete(address)
    if (this.#targets.size === 0) return
    const own = ['-l', '-p', String(everyMs), '-t', String(everyMs - 100), '-i', '1']
    const child = spawn(this.#program, [...own, ...this.#targets.keys()], {
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    let said = ''
    createInterface({ input: child.stdout }).on('line', (line) => this.#heard(line))
    child.stderr.on('data', (chunk: Buffer) => {
      said = chunk.toString().trim().split('\n').at(-1)?.slice(0, 80) ?? ''
    })
    child.once('error', (error: NodeJS.ErrnoException) => this.#lost(child, `${this.#program}: ${error.code}`))
    child.once('close', (code) => this.#lost(child, said || `${this.#program} ended with ${code}`))
    // It ends with us: nobody is left to hear it.
    child.unref()
  }

  #heard(line: string): void {
    const echo = echoOf(line)
    const target = echo && this.#targets.get(echo.address)
    if (!target) return
    const at = performance.now()
    target.echoes = [...target.echoes, { ms: echo.ms, at }].slice(-kept)
    // Asked in vain: started anew without those that nobody looks at.
    if (at - target.lookedAt > forgetMs) this.#startSoon()
    this.#tell()
  }

  #lost(child: ChildProcess, why: string): void {
    if (this.#child !== child) return
    this.#child = null
    this.#failed = { why, at: performance.now() }
    this.#tell()
  }

  #end(): void {
    const child = this.#child
    this.#child = null
    child?.kill()
  }

  #tell(): void {
    for (const go of this.#waiting) go()
  }

  #news(atMost: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer)
        this.#waiting.delete(go)
        resolve()
      }
      const timer = setTimeout(go, atMost)
      this.#waiting.add(go)
    })
  }
}

/** Of this process. */
export const pinger = new Pinger()
