import type { Service, Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { obligation } from '../../obligation/obligation.record.ts'
import { pack } from '../pack.record.ts'
import { type Held, type PackData, updateOf } from '../pack.rules.ts'
import { packData } from '../packs.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof pack>

/** What the product knows of laws and standards becomes what the firm has: each pack, and the points of those it took up. */
export async function loadPacks(engine: Engine, all: readonly PackData[] = packData): Promise<void> {
  for (const data of all)
    await engine.inTx(asSystem('rulebook'), async (tx) => {
      const { points: _, ...values } = data
      const held = await tx.db.selectFrom('pack').select('id').where('code', '=', data.code).executeTakeFirst()
      if (!held) return void (await tx.create(pack, values))
      // Locked, so that of two copies that start at once one loads after the other.
      const row = await tx.lock(pack, held.id)
      await tx.update(pack, row.id, values)
      if (row.state === 'on') await loadPoints(tx, row, data)
    })
}

/** Brings the points of a pack up to what its source says today: adds, changes and closes, and removes nothing. */
export async function loadPoints(tx: Tx, { id, code }: Row, given?: PackData): Promise<void> {
  const data = given ?? packData.find((one) => one.code === code)
  if (!data) return
  const held = (await tx.db.selectFrom('obligation').selectAll().where('pack', '=', id).execute()) as unknown as Held[]
  const { add, change } = updateOf(held, data.points, tx.today)
  await createAll(
    tx,
    obligation,
    add.map((values) => ({ ...values, pack: id })),
  )
  for (const { id: point, values } of change) await tx.update(obligation, point, values)
  const now = (await tx.db
    .selectFrom('obligation')
    .selectAll()
    .where('pack', '=', id)
    .orderBy('id')
    .execute()) as unknown as Held[]
  const { close, reopen } = updateOf(now, data.points, tx.today)
  for (const { id: point, effectiveTo } of close) await tx.act(obligation, point, 'close', { effectiveTo })
  for (const { id: point, effectiveTo } of reopen) await tx.act(obligation, point, 'reopen', { effectiveTo })
}

export const loadPacksTask: Task = (engine) => loadPacks(engine)

/** Ten past midnight in Shanghai: on that day a point may begin or end. */
export const loadPacksCrontab = '10 16 * * * load-packs'

/** What a new release of the product knows is there once it has started. */
export const packService: Service = async (engine) => {
  const loading = loadPacks(engine).catch((error) =>
    engine.log.error({ err: error }, 'laws and standards could not be loaded'),
  )
  return { stop: () => loading }
}
