import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { accessRight } from '../access-right.record.ts'

/** A code names one right in a system: the account list says nothing else. */
async function codeIsFree(tx: Tx, { id, system, code }: RowOf<typeof accessRight>): Promise<Fault[]> {
  const other = await tx.db
    .selectFrom('accessRight')
    .select('number')
    .where('system', '=', system)
    .where('code', '=', code)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (!other) return []
  return [
    fault(
      'code',
      'duplicate',
      `该系统已有此代码:${other.number}。`,
      `The system has this code already: ${other.number}.`,
    ),
  ]
}

export const accessRightBehaviour = behave(accessRight, { guards: { create: codeIsFree, update: codeIsFree } })
