import './line.table.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { asset } from '../../asset/asset.record.ts'
import { isSo, movedSince } from '../../stocktake-difference/decision.rules.ts'
import { stocktakeDifference } from '../../stocktake-difference/stocktake-difference.record.ts'

type Difference = RowOf<typeof stocktakeDifference>

const changed: Words = ['盘点期间台账已有变更,未覆盖。', 'The register was changed meanwhile; it was not overwritten.']
const already: Words = ['台账已与实物一致。', 'The register says so already.']

/** Carries out what was approved, in the stocktake's name; what the register has moved on from is left, and says so. */
export async function carryOut(tx: Tx, id: string, number: string): Promise<void> {
  const decided = (await tx.db
    .selectFrom('stocktakeDifference')
    .selectAll()
    .where('stocktake', '=', id)
    .where('state', '=', 'decided')
    .orderBy('id')
    .execute()) as Difference[]
  const system = tx.as(number)
  for (const one of decided) {
    const left = await doneOf(system, one)
    if (!left) await system.act(stocktakeDifference, one.id, 'carry-out')
    else await system.act(stocktakeDifference, one.id, 'leave-out', { whyNot: left[0], whyNotEn: left[1] })
  }
}

/** Why it was left; null where it was done. */
async function doneOf(tx: Tx, one: Difference): Promise<Words | null> {
  if (one.decision === 'leave') return null
  try {
    return one.decision === 'register' ? await register(tx, one) : await change(tx, one)
  } catch (error) {
    // A refused write wrote nothing: the others go on.
    if (!(error instanceof Refusal)) throw error
    const [first] = error.faults
    return first?.text ?? error.text
  }
}

async function register(tx: Tx, { tag, newName, newCategory, foundPlace, foundHolder }: Difference): Promise<null> {
  await tx.create(asset, {
    tag,
    name: newName as string,
    category: newCategory as string,
    location: foundPlace,
    custodian: foundHolder,
    registeredAs: foundHolder ? 'in-use' : 'in-stock',
  })
  return null
}

async function change(tx: Tx, one: Difference): Promise<Words | null> {
  const row = await tx.lock(asset, one.asset as string)
  const found = { place: one.foundPlace, holder: one.foundHolder }
  if (one.decision === 'correct' && isSo(found, row)) return already
  const then = { location: one.expectedPlace, custodian: one.expectedHolder, state: one.expectedState ?? row.state }
  if (movedSince(then, row)) return changed
  if (one.decision === 'lose') {
    await tx.act(asset, row.id, 'lose', { lostHow: one.reason })
    return null
  }
  const moves = one.foundPlace !== null && one.foundPlace !== row.location
  await tx.update(asset, row.id, {
    ...(moves && { location: one.foundPlace, rackUnit: null }),
    ...(one.foundHolder !== null && { custodian: one.foundHolder }),
  })
  return null
}
