import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import '../../server/tables.ts'
import { department } from '../department.record.ts'
import { noLoop } from '../department.rules.ts'

async function standsRight(tx: Tx, row: RowOf<typeof department>) {
  if (row.parent === null) return []
  const all = await tx.db.selectFrom('department').select(['id', 'parent']).execute()
  return noLoop(row.id, row.parent, new Map(all.map((one) => [one.id, one.parent])))
}

export const departmentBehaviour = behave(department, { guards: { update: standsRight } })
