import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { incident } from '../../areas/service/incident/incident.record.ts'
import { type TestApp, testApp } from '../../testing/app.ts'
import { freshDatabase } from '../../testing/database.ts'
import { makeEngine } from '../make-engine.ts'
import { backup } from './backup.ts'
import { prove, restore, restoreFiles } from './restore.ts'

let app: TestApp
let folder: string
let home: string
beforeEach(async () => {
  app = await testApp()
  await app.sql('delete from graphile_worker._private_jobs')
  folder = await mkdtemp(join(tmpdir(), 'touchstone-backup-'))
  home = join(folder, 'home')
  await mkdir(home, { recursive: true })
})
afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const digest = 'ab'.padEnd(64, '0')

/** A firm with something in it: incidents, a signed-in person, a job that waits, a setting. */
async function save(to = join(folder, 'saved')) {
  const operator = await app.person('operator')
  await app.as(operator)
  for (let n = 0; n < 30; n++)
    await app.inTx(operator, (tx) => tx.create(incident, { title: `第 ${n} 件 "引号"\t\\N` }))
  await app.inTx(operator, (tx) => tx.job('later', { n: 1 }, { runAt: '2027-01-01T00:00:00.000Z' }))
  await writeFile(join(home, 'programs.json'), '{}')
  return backup({ url: app.url, home, to, now: app.clock.now() })
}

describe('a backup', () => {
  it('restores into a scratch database with every row, the journal whole, and the next number where it was', async () => {
    const manifest = await save()
    const saved = join(folder, 'saved')
    const tables = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]))
    const [jobs] = await app.sql<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs')
    expect(jobs?.n).toBeGreaterThan(0)
    expect(tables).toMatchObject({ incident: 30, role: 7, _private_jobs: jobs?.n })

    const fresh = await freshDatabase()
    try {
      const restored = await restore(saved, fresh.url, app.engine.registry)
      expect(restored.rows).toBe(manifest.tables.reduce((sum, one) => sum + one.rows, 0))
      expect(restored.entries).toBe(tables['journal'])

      const other = await makeEngine({
        ...app.engine,
        url: fresh.url,
        behaviours: [],
        signIn: undefined,
        scan: undefined,
      })
      const before = await app.engine.db.selectFrom('incident').selectAll().orderBy('id').execute()
      expect(await other.db.selectFrom('incident').selectAll().orderBy('id').execute()).toEqual(before)
      const operator = await app.person('operator')
      const next = await other.inTx(operator, (tx) => tx.create(incident, { title: '之后' }))
      expect(next.number).toBe('INC-202611-0031')
      await other.close()
    } finally {
      await fresh.drop()
    }
    await restoreFiles(saved, join(folder, 'elsewhere'))
    expect(await readFile(join(folder, 'elsewhere', 'programs.json'), 'utf8')).toBe('{}')
  })

  it('is proved beside the live database, of which nothing changes and nothing is left', async () => {
    await save()
    const proved = await prove(join(folder, 'saved'), app.url, app.engine.registry, 'touchstone_proof_test')
    expect(proved.rows).toBeGreaterThan(60)
    const left = await app.sql("select 1 from pg_database where datname = 'touchstone_proof_test'")
    expect(left).toEqual([])
  })

  it('writes over nothing, and is nothing when it was cut off', async () => {
    await save()
    await expect(save()).rejects.toThrow('there already')
    await rm(join(folder, 'saved', 'manifest.json'))
    const attempt = prove(join(folder, 'saved'), app.url, app.engine.registry, 'touchstone_proof_cut')
    await expect(attempt).rejects.toThrow('no manifest.json')
  })

  it('is refused where a byte was flipped, a table is missing, or a kept file is not what its name says', async () => {
    await mkdir(join(home, 'files', 'ab'), { recursive: true })
    await writeFile(join(home, 'files', 'ab', digest), 'not what it says')
    await save()
    const data = join(folder, 'saved', 'data')
    const attempt = () => prove(join(folder, 'saved'), app.url, app.engine.registry, 'touchstone_proof_bad')
    await expect(attempt()).rejects.toThrow('is not what was saved')

    await rm(join(home, 'files'), { recursive: true })
    await rm(join(folder, 'saved'), { recursive: true })
    await save()
    const file = join(data, 'public.incident.copy.gz')
    const bytes = await readFile(file)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(file, bytes)
    await expect(attempt()).rejects.toThrow('is not what was saved')
    await rm(file)
    await expect(attempt()).rejects.toThrow('lacks')
    expect((await readdir(data)).length).toBeGreaterThan(10)
  })

  it('goes into an empty database only', async () => {
    await save()
    await expect(restore(join(folder, 'saved'), app.url, app.engine.registry)).rejects.toThrow('empty one only')
  })
})
