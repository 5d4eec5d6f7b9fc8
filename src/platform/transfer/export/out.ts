import { once } from 'node:events'
import type { PassThrough } from 'node:stream'

/** A reader who takes nothing for so long is gone. */
const patienceMs = 60_000

/** Writes, and waits while the reader has enough to read. Throws when there is no reader any more. */
export async function give(out: PassThrough, chunk: string | Buffer): Promise<void> {
  if (!out.destroyed && out.write(chunk)) return
  await ready(out)
}

/** Waits until the reader wants more. Throws when there is none any more. */
export async function ready(out: PassThrough): Promise<void> {
  if (out.destroyed) throw new Error('The reader is gone')
  if (!out.writableNeedDrain) return
  const signal = AbortSignal.timeout(patienceMs)
  await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })])
  if (out.destroyed) throw new Error('The reader is gone')
}
