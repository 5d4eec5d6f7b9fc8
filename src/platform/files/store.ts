import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { withDraft } from './draft.ts'

/** Bytes that were kept: their SHA-256 in hex, by which they are fetched again, and how many there are. */
export interface Stored {
  readonly digest: string
  readonly size: number
}

/** What lies in a store: since when, as the store's own clock says. */
export interface Lying {
  readonly digest: string
  readonly at: string
}

/** Bytes by their digest: the same bytes are kept once, and a name never says where they lie. */
export interface FileStore {
  /** Keeps all of the stream, or refuses `too-large` and keeps nothing. `limit` in bytes. */
  put(bytes: Readable, limit: number): Promise<Stored>
  /** Throws when there are no such bytes. */
  get(digest: string): Promise<Readable>
  has(digest: string): Promise<boolean>
  remove(digest: string): Promise<void>
  list(): AsyncIterable<Lying>
  /** A store of its own within this one: whoever alone keeps bytes in it may also clear it of what nothing names. */
  part(name: string): FileStore
}

/** A store in a folder: written beside, moved into place when complete, so that a crash leaves no half file. */
export function diskStore(folder: string): FileStore {
  const at = (digest: string) => join(folder, digest.slice(0, 2), digest)
  return {
    put: (bytes, limit) =>
      withDraft(join(folder, 'incoming'), bytes, limit, async (draft) => {
        const place = at(draft.digest)
        await mkdir(dirname(place), { recursive: true })
        await rename(draft.path, place)
      }),
    async get(digest) {
      await stat(at(digest))
      return createReadStream(at(digest))
    },
    has: (digest) => there(at(digest)),
    remove: (digest) => rm(at(digest), { force: true }),
    async *list() {
      for (const drawer of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(drawer)) continue
        for (const digest of await namesIn(join(folder, drawer))) {
          yield { digest, at: (await stat(at(digest))).mtime.toISOString() }
        }
      }
    },
    part: (name) => diskStore(join(folder, name)),
  }
}

/** Nothing where there is no such file or folder yet; anything else is thrown. */
async function orNothing<T>(nothing: T, look: Promise<T>): Promise<T> {
  try {
    return await look
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing
    throw error
  }
}

const there = async (path: string): Promise<boolean> => (await orNothing(null, stat(path))) !== null
const namesIn = (folder: string): Promise<string[]> => orNothing([], readdir(folder))
