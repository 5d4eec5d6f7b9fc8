import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { obligation } from '../obligation.record.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof obligation>

/** The clauses that it names are in policies in effect. Only of people: what stood when it was mapped may have gone since. */
async function sound(tx: Tx, { clauses }: Row): Promise<Fault[]> {
  if (tx.actor.kind === 'system' || clauses.length === 0) return []
  const codes = [...new Set(clauses.map(({ policy }) => policy))]
  const found = await tx.db
    .selectFrom('policy')
    .select(['code', 'clauses'])
    .where('code', 'in', codes)
    .where('state', '=', 'effective')
    .execute()
  const there = new Set(found.flatMap((one) => one.clauses.map(({ key }) => `${one.code} ${key}`)))
  return clauses.flatMap(({ policy, clause }, n) =>
    there.has(`${policy} ${clause}`)
      ? []
      : [
          fault(
            `clauses.${n}.clause`,
            'no-such-clause',
            `有效制度 ${policy} 没有第 ${clause} 条。`,
            `No policy in effect called ${policy} has a clause ${clause}.`,
          ),
        ],
  )
}

export const obligationBehaviour = behave(obligation, { guards: { update: sound, assess: sound } })
