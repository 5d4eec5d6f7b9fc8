import { dayAway } from '../../../../record/time.ts'
import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dateIn } from '../../../../record/zone.ts'
import { marksDue } from '../../renewal/renewal.rules.ts'
import { renewalWarnings, warnDaysOf } from '../../renewal/renewal.settings.ts'
import { tellMarks } from '../../renewal/server/tell.ts'
import { contract } from '../contract.record.ts'
import { prolonged } from '../contract.rules.ts'

/**
 * Every night: what is over goes on by itself, in the contract that follows it, or has expired; and owners hear of what is to be
 * decided or runs out soon. Each in its own transaction, from what is stored alone.
 */
export const keepContracts: Task = async (engine) => {
  const today = dateIn(engine.zone, engine.clock.now())
  const warnDays = warnDaysOf(engine.settings.get(renewalWarnings))
  const ahead = dayAway(today, Math.max(0, ...warnDays))
  const due = await engine.db
    .selectFrom('contract')
    .select('id')
    .where('state', '=', 'in-force')
    .where((one) => one.or([one('validTo', '<=', ahead), one('noticeOn', '<=', today)]))
    .orderBy('id')
    .execute()
  for (const { id } of due)
    await engine.inTx(asSystem('contracts'), async (tx) => {
      const row = await tx.lock(contract, id)
      if (row.state !== 'in-force' || row.validTo === null) return
      if (row.validTo < tx.today) await pass(tx, row, row.validTo)
      else await tellMarks(tx, contract, id, marksDue(row, warnDays, tx.today))
    })
}

async function pass(tx: Tx, { id, renewMonths }: RowOf<typeof contract>, over: string): Promise<void> {
  const next = await tx.db
    .selectFrom('contract')
    .select('id')
    .where('follows', '=', id)
    .where('state', '=', 'in-force')
    .executeTakeFirst()
  if (next) await tx.act(contract, id, 'hand-on')
  else if (renewMonths === null) await tx.act(contract, id, 'expire')
  else {
    let validTo = over
    while (validTo < tx.today) validTo = prolonged(validTo, renewMonths)
    await tx.act(contract, id, 'prolong', { validTo })
  }
}

/** Ten past midnight in Shanghai. */
export const keepContractsCrontab = '10 16 * * * keep-contracts'
