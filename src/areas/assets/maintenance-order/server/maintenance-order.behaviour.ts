import '../../server/tables.ts'
import { sql } from 'kysely'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { workingStates } from '../../asset/asset.rules.ts'
import { maintenanceOrder } from '../maintenance-order.record.ts'
import { timeFaults } from '../maintenance-order.rules.ts'

type Row = RowOf<typeof maintenanceOrder>

/** What nobody says: due today, and a repair reported as it is made out. */
const derive = async (tx: Tx, steps: readonly Step<typeof maintenanceOrder>[]): Promise<Partial<Row>[]> =>
  steps.map(({ after: { dueOn, kind, reportedAt } }) => ({
    dueOn: dueOn ?? tx.today,
    reportedAt: reportedAt ?? (kind === 'repair' ? tx.now : null),
  }))

async function sound(tx: Tx, row: Row): Promise<Fault[]> {
  const none = fault('assets', 'required', '请选择要维保的资产。', 'Choose what is maintained.')
  return [...(row.assets.length === 0 ? [none] : []), ...timeFaults(row, tx.now)]
}

/** A repair takes what can be used, and nothing that another repair has in hand. */
async function free(tx: Tx, row: Row): Promise<Fault[]> {
  const faults = timeFaults(row, tx.now)
  if (row.kind !== 'repair') return faults
  await tx.db.selectFrom('asset').select('id').where('id', 'in', row.assets).orderBy('id').forUpdate().execute()
  const { rows: busy } = await sql<{ number: string; tag: string }>`select o.number, a.tag
    from maintenance_order o join asset a on a.id = any(o.assets) and a.id = any(${[...row.assets]}::uuid[])
    where o.assets && ${[...row.assets]}::uuid[] and o.kind = 'repair' and o.state = 'in-progress' and o.id <> ${row.id}
    order by a.tag`.execute(tx.db)
  const gone = await tx.db
    .selectFrom('asset')
    .select('tag')
    .where('id', 'in', row.assets)
    .where('state', 'not in', [...workingStates])
    .orderBy('tag')
    .execute()
  return [
    ...faults,
    ...busy.map(({ number, tag }) =>
      fault('assets', 'in-another', `${tag} 正在 ${number} 维修。`, `${tag} is being repaired by ${number}.`),
    ),
    ...gone.map(({ tag }) =>
      fault('assets', 'not-repairable', `${tag} 不在用也不在库,不能维修。`, `${tag} is neither in use nor in stock.`),
    ),
  ]
}

const fallDueToday = async (tx: Tx, { id, state, dueOn }: Row): Promise<void> => {
  if (state === 'planned' && dueOn !== null && dueOn <= tx.today)
    await tx.as('maintenance').act(maintenanceOrder, id, 'fall-due')
}

/** Out of use while it is mended; one that was sent away by hand before stays where it is. */
async function takeOut(tx: Tx, { id, kind, assets }: Row): Promise<void> {
  if (kind !== 'repair') return
  const by = tx.as('maintenance')
  const fromStock: string[] = []
  for (const one of assets) {
    const { state } = await by.lock(asset, one)
    if (state === 'in-stock') fromStock.push(one)
    if (state === 'in-stock' || state === 'in-use') await by.act(asset, one, 'repair')
  }
  if (fromStock.length > 0) await by.update(maintenanceOrder, id, { fromStock })
}

/** Back to where each was, but for what cannot be mended: that stays until somebody retires it. */
async function giveBack(tx: Tx, { kind, outcome, assets, fromStock }: Row): Promise<void> {
  if (kind !== 'repair' || outcome === 'beyond-repair') return
  const by = tx.as('maintenance')
  for (const one of assets) {
    if ((await by.lock(asset, one)).state !== 'in-repair') continue
    await by.act(asset, one, 'repaired')
    if (fromStock.includes(one)) await by.act(asset, one, 'take-back')
  }
}

export const maintenanceOrderBehaviour = behave(maintenanceOrder, {
  derive,
  guards: { create: sound, update: sound, start: free, finish: async (tx, row) => timeFaults(row, tx.now) },
  effects: { create: fallDueToday, update: fallDueToday, start: takeOut, finish: giveBack },
})
