import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tables } from '../../../../platform/tables.ts'
import { type Matrix, matrixWith } from '../../incident/incident.rules.ts'
import { priorityRule } from '../priority-rule.record.ts'

/** The matrix in force. */
export async function matrixInForce(db: Kysely<Tables>): Promise<Matrix> {
  const cells = await db
    .selectFrom('priorityRule')
    .select(['impact', 'urgency', 'priority'])
    .where('state', '=', 'in-force')
    .orderBy('id')
    .execute()
  return matrixWith(cells)
}

export const priorityRuleBehaviour = behave(priorityRule, {
  effects: {
    async create(tx, { id, impact, urgency }) {
      const older = await tx.db
        .selectFrom('priorityRule')
        .select('id')
        .where('state', '=', 'in-force')
        .where('impact', '=', impact)
        .where('urgency', '=', urgency)
        .where('id', '<>', id)
        .orderBy('id')
        .execute()
      for (const one of older) await tx.as('priority').act(priorityRule, one.id, 'supersede')
    },
  },
})
