import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../../record/problem.ts'

/** Bytes that were kept: their SHA-256 in hex, by which they are fetched again, and how many there are. */
export interface Stored {
  readonly digest: string
  readonly size: number
}

/** Bytes by their digest: the same bytes are kept once, and a name never says where they lie. */
export interface FileStore {
  /** Keeps all of the stream, or refuses `too-large` and keeps nothing. `limit` in bytes. */
  put(bytes: Readable, limit: number): Promise<Stored>
  get(digest: string): Promise<Readable>
  remove(digest: string): Promise<void>
}

/** A store in a folder: written beside, moved into place when complete, so that a crash leaves no half file. */
export function diskStore(folder: string): FileStore {
  const at = (digest: string) => join(folder, digest.slice(0, 2), digest)
  return {
    async put(bytes, limit) {
      const draft = join(folder, 'incoming', randomUUID())
      await mkdir(dirname(draft), { recursive: true })
      const hash = createHash('sha256')
      let size = 0
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
          createWriteStream(draft, { flush: true }),
        )
        const digest = hash.digest('hex')
        await mkdir(dirname(at(digest)), { recursive: true })
        await rename(draft, at(digest))
        return { digest, size }
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async get(digest) {
      await stat(at(digest))
      return createReadStream(at(digest))
    },
    remove: (digest) => rm(at(digest), { force: true }),
  }
}

const tooLarge = (limit: number): Refusal => {
  const most = `${Math.floor(limit / 1024 / 1024)} MB`
  return new Refusal('too-large', [`文件超过 ${most} 的上限。`, `The file is larger than ${most}.`])
}
