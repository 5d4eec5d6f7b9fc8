import { dayAway } from '../../../../record/time.ts'
import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dateIn } from '../../../../record/zone.ts'
import { workingStates } from '../../asset/asset.rules.ts'
import { maintenanceOrder } from '../../maintenance-order/maintenance-order.record.ts'
import { maintenancePlan, mostLeadDays } from '../maintenance-plan.record.ts'
import { nextAfter } from '../rhythm.rules.ts'

const todayOf = ({ zone, clock }: Engine): string => dateIn(zone, clock.now())

/** As many assets as one order names. */
const mostAssets = 200

/** A little past midnight in Shanghai. */
export const keepMaintenanceCrontab = '10 16 * * * keep-maintenance'

/**
 * Every night: orders for what is planned within its days ahead, those whose day has come fall due, and whoever watches one that is
 * late (its owner does) hears of it, once. What was missed while no server ran is made once, and is late.
 */
export const keepMaintenance: Task = async (engine) => {
  const by = asSystem('maintenance')
  for (const { id } of await plansDue(engine)) await engine.inTx(by, (tx) => makeOrders(tx, id))
  const coming = await ordersIn(engine, ['planned'], '<=')
  for (const { id } of coming)
    await engine.inTx(by, async (tx) => {
      const { state } = await tx.lock(maintenanceOrder, id)
      if (state === 'planned') await tx.act(maintenanceOrder, id, 'fall-due')
    })
  for (const { id } of await ordersIn(engine, ['due', 'in-progress'], '<'))
    await engine.inTx(by, (tx) => tellLate(tx, id))
}

const plansDue = (engine: Engine) =>
  engine.db
    .selectFrom('maintenancePlan')
    .select('id')
    .where('state', '=', 'active')
    .where('nextOn', '<=', dayAway(todayOf(engine), mostLeadDays))
    .orderBy('nextOn')
    .orderBy('id')
    .execute()

const ordersIn = (engine: Engine, states: ('planned' | 'due' | 'in-progress')[], how: '<=' | '<') =>
  engine.db
    .selectFrom('maintenanceOrder')
    .select('id')
    .where('state', 'in', states)
    .where('dueOn', how, todayOf(engine))
    .orderBy('dueOn')
    .orderBy('id')
    .execute()

/** The orders of a plan whose day is near, and the day after that; nothing where another copy of the server was first. */
export async function makeOrders(tx: Tx, id: string): Promise<void> {
  const plan = await tx.lock(maintenancePlan, id)
  const { nextOn, state, leadDays, startsOn, everyMonths } = plan
  if (state !== 'active' || nextOn === null || nextOn > dayAway(tx.today, leadDays)) return
  const assets = await assetsOf(tx, plan)
  for (let from = 0; from < assets.length; from += mostAssets)
    await tx.create(maintenanceOrder, orderOf(plan, nextOn, assets.slice(from, from + mostAssets)))
  const isMissed = nextOn < tx.today
  await tx.update(maintenancePlan, id, { nextOn: nextAfter(startsOn, everyMonths, isMissed ? tx.today : nextOn) })
}

type Plan = RowOf<typeof maintenancePlan>

const orderOf = ({ id, name, kind, supplier, owner, instructions }: Plan, dueOn: string, assets: string[]) => ({
  ...{ title: name, kind, supplier, owner, plan: id, dueOn, assets },
  description: instructions,
})

/** Those it names, or all of its category; what is not in use, in stock or in repair is not maintained. */
async function assetsOf(tx: Tx, { assets, category }: Plan): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('asset')
    .select('id')
    .where('state', 'in', assets.length > 0 ? [...workingStates] : ['in-use'])
    .$if(assets.length > 0, (all) => all.where('id', 'in', assets))
    .$if(assets.length === 0, (all) => all.where('category', '=', category))
    .orderBy('tag')
    .execute()
  return rows.map(({ id }) => id)
}

async function tellLate(tx: Tx, id: string): Promise<void> {
  const { dueOn } = await tx.lock(maintenanceOrder, id)
  const { numInsertedOrUpdatedRows: written } = await tx.db
    .insertInto('clockMark')
    .values({ recordId: id, clock: 'maintenance', mark: `late ${dueOn}`, at: tx.now })
    .onConflict((one) => one.doNothing())
    .executeTakeFirst()
  if (written) await tx.journal(maintenanceOrder, id, 'clock-late', { dueOn: [null, dueOn] })
}
