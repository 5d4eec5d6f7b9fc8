import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../../record/problem.ts'
import type { Stored } from './store.ts'

/**
 * Writes a stream to a file of its own in `folder`, so that its digest and size are known before it is kept; `keep` puts it
 * into place. Nothing of it is left behind. Refuses `too-large` beyond `limit` bytes.
 */
export async function withDraft(
  folder: string,
  bytes: Readable,
  limit: number,
  keep: (draft: Stored & { readonly path: string }) => Promise<void>,
): Promise<Stored> {
  const path = join(folder, randomUUID())
  await mkdir(folder, { recursive: true })
  const hash = createHash('sha256')
  let size = 0
  // Made before anything can fail: what is made later than it is removed would stay.
  const file = await open(path, 'wx')
  try {
    await pipeline(
      bytes,
      async function* measured(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length
          if (size > limit) throw tooLarge(limit)
          hash.update(chunk)
          yield chunk
        }
      },
      file.createWriteStream({ flush: true }),
    )
    const stored = { digest: hash.digest('hex'), size }
    await keep({ ...stored, path })
    return stored
  } finally {
    await rm(path, { force: true })
  }
}

const tooLarge = (limit: number): Refusal => {
  const most = `${Math.floor(limit / 1024 / 1024)} MB`
  return new Refusal('too-large', [`文件超过 ${most} 的上限。`, `The file is larger than ${most}.`])
}
