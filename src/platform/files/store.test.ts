import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type S3Server, startS3 } from './s3.testing.ts'
import { s3Store } from './s3.ts'
import { diskStore, type FileStore, type Lying } from './store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-store-'))
})
afterEach(() => rm(folder, { recursive: true }))

let s3: S3Server
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3?.stop())

const bytes = (text: string) => Readable.from([Buffer.from(text)])
const textOf = async (store: FileStore, digest: string) => (await buffer(await store.get(digest))).toString()
const listed = async (store: FileStore) => {
  const all: Lying[] = []
  for await (const one of store.list()) all.push(one)
  return all
}

describe.each([
  ['a folder', () => diskStore(folder)],
  ['a bucket', () => s3Store(s3.place, folder).part(`tests-${folder.slice(-6)}`)],
])('a store in %s', (_where, open) => {
  let store: FileStore
  beforeEach(() => {
    store = open()
  })
  const drafts = () => readdir(join(folder, 'incoming'))

  it('keeps bytes once, by their digest, and gives them back', async () => {
    const kept = await store.put(bytes('黄金'), 100)
    expect(kept).toEqual({ digest: createHash('sha256').update('黄金').digest('hex'), size: 6 })
    expect(await store.put(bytes('黄金'), 100)).toEqual(kept)
    expect(await textOf(store, kept.digest)).toBe('黄金')
    expect(await drafts()).toEqual([])
    expect(await listed(store)).toEqual([{ digest: kept.digest, at: expect.stringMatching(/^20..-.*Z$/) }])
  })

  it('keeps several megabytes as they are', async () => {
    const big = Buffer.alloc(5_000_000, 'gold')
    const { digest, size } = await store.put(Readable.from([big.subarray(0, 7), big.subarray(7)]), big.length)
    expect(size).toBe(big.length)
    expect((await buffer(await store.get(digest))).equals(big)).toBe(true)
  })

  it('refuses what is too large and leaves nothing of it', async () => {
    await expect(store.put(bytes('x'.repeat(11)), 10)).rejects.toMatchObject({ code: 'too-large' })
    expect(await drafts()).toEqual([])
    expect(await listed(store)).toEqual([])
  })

  it('keeps nothing of a stream that breaks', async () => {
    const broken = new Readable({
      read() {
        this.push('half')
        this.destroy(new Error('cut'))
      },
    })
    await expect(store.put(broken, 100)).rejects.toThrow('cut')
    expect(await drafts()).toEqual([])
    expect(await listed(store)).toEqual([])
  })

  it('knows nothing of what was removed, and removes what is not there without a word', async () => {
    const { digest } = await store.put(bytes('x'), 10)
    expect(await store.has(digest)).toBe(true)
    await store.remove(digest)
    await store.remove(digest)
    expect(await store.has(digest)).toBe(false)
    await expect(store.get(digest)).rejects.toThrow()
  })

  it('keeps its parts apart', async () => {
    const [one, other] = [store.part('one'), store.part('other')]
    const { digest } = await one.put(bytes('x'), 10)
    await other.put(bytes('x'), 10)
    await one.remove(digest)
    expect(await textOf(other, digest)).toBe('x')
    expect(await listed(store)).toEqual([])
    expect(await listed(other)).toHaveLength(1)
  })
})

it('says what a bucket answers that does not let it in', async () => {
  const stranger = s3Store({ ...s3.place, key: 'nobody' }, folder)
  await expect(stranger.put(bytes('x'), 10)).rejects.toThrow(/403/)
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

it('lists a bucket of more pages than one', async () => {
  const store = s3Store(s3.place, folder).part('many')
  for (let n = 0; n < 1005; n += 67) {
    await Promise.all(Array.from({ length: 67 }, (_, i) => store.put(bytes(`file ${n + i}`), 100)))
  }
  expect(await listed(store)).toHaveLength(1005)
}, 60_000)
