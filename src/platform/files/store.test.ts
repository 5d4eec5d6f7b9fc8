import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { diskStore, type FileStore } from './store.ts'

let folder: string
let store: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchstone-store-'))
  store = diskStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const bytes = (text: string) => Readable.from([Buffer.from(text)])

it('keeps bytes once, by their digest, and gives them back', async () => {
  const kept = await store.put(bytes('黄金'), 100)
  expect(kept).toEqual({ digest: createHash('sha256').update('黄金').digest('hex'), size: 6 })
  expect(await store.put(bytes('黄金'), 100)).toEqual(kept)
  expect((await buffer(await store.get(kept.digest))).toString()).toBe('黄金')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

it('refuses what is too large and leaves nothing of it', async () => {
  await expect(store.put(bytes('x'.repeat(11)), 10)).rejects.toMatchObject({ code: 'too-large' })
  expect(await readdir(folder)).toEqual(['incoming'])
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

it('keeps nothing of a stream that breaks', async () => {
  const broken = new Readable({
    read() {
      this.push('half')
      this.destroy(new Error('cut'))
    },
  })
  await expect(store.put(broken, 100)).rejects.toThrow('cut')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

it('knows nothing of what was removed', async () => {
  const { digest } = await store.put(bytes('x'), 10)
  await store.remove(digest)
  await expect(store.get(digest)).rejects.toThrow()
})
