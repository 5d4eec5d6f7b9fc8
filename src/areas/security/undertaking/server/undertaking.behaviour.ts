import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayAway } from '../../../../record/time.ts'
import { undertaking } from '../undertaking.record.ts'

type Row = RowOf<typeof undertaking>

const inForce = (tx: Tx, { code, digest }: Row) =>
  tx.db
    .selectFrom('undertakingText')
    .select('validDays')
    .where('code', '=', code)
    .where('digest', '=', digest)
    .where('state', '=', 'published')
    .executeTakeFirst()

async function derived(tx: Tx, { before, after }: Step<typeof undertaking>): Promise<Partial<Row>> {
  if (before?.state !== 'asked' || after.state !== 'signed') return {}
  const text = await inForce(tx, after)
  return text ? { validUntil: dayAway(tx.today, text.validDays) } : {}
}

export const undertakingBehaviour = behave(undertaking, {
  derive: async (tx, steps) => Promise.all(steps.map((step) => derived(tx, step))),
  guards: {
    /** What is signed is what is in force: between a new text and its being asked for anew lies a moment. */
    undertake: async (tx, row) =>
      (await inForce(tx, row))
        ? []
        : [fault('', 'not-in-effect', '该版承诺书已不再要求签署。', 'This text is no longer to be signed.')],
  },
  effects: {
    async undertake(tx, { id, person, code }) {
      const earlier = await tx.db
        .selectFrom('undertaking')
        .select('id')
        .where('person', '=', person)
        .where('code', '=', code)
        .where('state', '=', 'signed')
        .where('id', '<>', id)
        .orderBy('id')
        .execute()
      for (const one of earlier) await tx.as('security').act(undertaking, one.id, 'replace')
    },
  },
})
