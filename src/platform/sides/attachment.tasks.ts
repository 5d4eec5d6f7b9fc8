import { sql } from 'kysely'
import { asSystem } from '../../record/actor.ts'
import type { Task } from '../area.ts'
import type { Engine } from '../engine.ts'
import type { Lying } from '../files/store.ts'
import { bytesOf, holdDigest, journal, named } from './attachment.ts'
import { privately } from './private.ts'

const day = 86_400_000

/**
 * Has the scanner look at a file that came in. A scanner that cannot be had throws: the job comes back, and until then nobody
 * gets the file.
 */
export const scanAttachment: Task = async (engine: Engine, { id }: { id: string }) => {
  const found = await engine.db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst()
  if (found?.verdict !== 'checking' || found.removedAt !== null) return
  if (!engine.scan) throw new Error('Files wait to be checked, and no scanner is named')
  const finding = await engine.scan(await bytesOf(engine).get(found.digest))
  const verdict = finding === null ? 'clean' : 'infected'
  await engine.inTx(asSystem('scan'), async (tx) => {
    const settled = await tx.db
      .updateTable('attachment')
      .set({ verdict, finding })
      .where('id', '=', id)
      .where('verdict', '=', 'checking')
      .executeTakeFirst()
    if (settled.numUpdatedRows === 0n) return
    const { record } = engine.registry.get(found.record)
    if (finding !== null)
      return journal(tx, record, found.recordId, 'quarantine', found, [named(found), { ...named(found), finding }])
    const verb = found.private ? privately('scan') : 'scan'
    await tx.notify('record', { record: record.name, id: found.recordId, version: 0, verb })
  })
}

/** Clears the store of bytes that no file on any record names: removed, in quarantine, or never hung on anything. */
export async function clearBytes(engine: Engine): Promise<void> {
  const before = new Date(Date.parse(engine.clock.now()) - day).toISOString()
  let page: Lying[] = []
  const clear = async () => {
    const wanted = await namedAmong(engine, page)
    for (const one of page) if (!wanted.has(one.digest)) await clearOne(engine, one.digest)
    page = []
  }
  for await (const one of bytesOf(engine).list()) {
    if (one.at < before) page.push(one)
    if (page.length === 500) await clear()
  }
  if (page.length > 0) await clear()
}

async function namedAmong(engine: Engine, page: readonly Lying[]): Promise<Set<string>> {
  const digests = page.map(({ digest }) => digest)
  const { rows } = await sql<{ digest: string }>`select distinct digest from attachment
    where digest = any(${digests}) and removed_at is null and verdict <> 'infected'`.execute(engine.db)
  return new Set(rows.map(({ digest }) => digest))
}

/** Looks once more with the digest in hand: somebody may just be bringing the same bytes. */
const clearOne = (engine: Engine, digest: string): Promise<void> =>
  engine.db.transaction().execute(async (trx) => {
    await holdDigest(trx, digest)
    const { rows } = await sql`select from attachment
      where digest = ${digest} and removed_at is null and verdict <> 'infected' limit 1`.execute(trx)
    if (rows.length === 0) await bytesOf(engine).remove(digest)
  })
