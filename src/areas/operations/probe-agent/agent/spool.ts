import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { mostReadings, type Report, reportSchema } from '../exchange.rules.ts'

/** Readings kept at most: a day of a thousand probes every ten seconds, about a gigabyte. */
const mostKept = 8_640_000

interface Segment {
  readonly file: string
  count: number
}

/** The oldest readings: what one exchange carries. */
export interface Handful {
  readonly file: string
  readonly reports: readonly Report[]
}

/**
 * Readings on disk until the server has them, in order. Each goes through here, with a connection or without: what an agent
 * that is killed had noted is there when it starts again. When there is no room the oldest go, and are counted as lost.
 */
export class Spool {
  readonly #folder: string
  readonly #most: number
  readonly #segments: Segment[]
  #next: number
  #turn: Promise<unknown> = Promise.resolve()
  /** Readings that there was no room for, since the spool was opened. */
  lost = 0

  private constructor(folder: string, segments: Segment[], most: number) {
    this.#folder = folder
    this.#segments = segments
    this.#most = most
    this.#next = Number(segments.at(-1)?.file.slice(0, -6) ?? 0) + 1
  }

  static async open(folder: string, most = mostKept): Promise<Spool> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const files = (await readdir(folder)).filter((name) => /^\d{12}\.jsonl$/.test(name)).sort()
    const segments: Segment[] = []
    for (const file of files) segments.push({ file, count: (await read(join(folder, file))).length })
    const spool = new Spool(folder, segments, most)
    // Never added to what a crash may have left with half a line.
    if (segments.length > 0) spool.#begin()
    return spool
  }

  get waiting(): number {
    return this.#segments.reduce((sum, { count }) => sum + count, 0)
  }

  keep(reports: readonly Report[]): Promise<void> {
    return this.#inTurn(() => this.#keep(reports))
  }

  /** Null where nothing waits. What is kept from now on comes after it. */
  oldest(): Promise<Handful | null> {
    return this.#inTurn(() => this.#oldest())
  }

  /** The server has them. */
  drop(file: string): Promise<void> {
    return this.#inTurn(() => this.#drop(file))
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => {})
    return done
  }

  async #keep(reports: readonly Report[]): Promise<void> {
    for (let at = 0; at < reports.length; ) {
      const segment = this.#open()
      const part = reports.slice(at, at + mostReadings - segment.count)
      await appendFile(join(this.#folder, segment.file), part.map((one) => `${JSON.stringify(one)}\n`).join(''), {
        mode: 0o600,
      })
      segment.count += part.length
      at += part.length
    }
    while (this.waiting > this.#most && this.#segments.length > 1) {
      const [oldest] = this.#segments as [Segment]
      this.lost += oldest.count
      await this.#drop(oldest.file)
    }
  }

  async #oldest(): Promise<Handful | null> {
    const [segment] = this.#segments
    if (!segment?.count) return null
    if (this.#segments.length === 1) this.#begin()
    return { file: segment.file, reports: await read(join(this.#folder, segment.file)) }
  }

  async #drop(file: string): Promise<void> {
    const at = this.#segments.findIndex((one) => one.file === file)
    if (at >= 0) this.#segments.splice(at, 1)
    await rm(join(this.#folder, file), { force: true })
  }

  #open(): Segment {
    const last = this.#segments.at(-1)
    return last && last.count < mostReadings ? last : this.#begin()
  }

  #begin(): Segment {
    const segment = { file: `${String(this.#next++).padStart(12, '0')}.jsonl`, count: 0 }
    this.#segments.push(segment)
    return segment
  }
}

/** A line that was cut short by a crash is none. */
async function read(path: string): Promise<Report[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    try {
      return reportSchema.parse(JSON.parse(line))
    } catch {
      return []
    }
  })
}
