import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault, invalid } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { self } from '../../../../record/rule.ts'
import { auditItem } from '../audit-item.record.ts'
import { noteWanted } from '../audit-item.rules.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof auditItem>

/** Only while its audit is in the field. */
async function inFieldwork(tx: Tx, { audit }: Row): Promise<Fault[]> {
  const found = await tx.db.selectFrom('audit').select('state').where('id', '=', audit).executeTakeFirst()
  return found?.state === 'fieldwork'
    ? []
    : [fault('', 'not-in-fieldwork', '只能在现场审计期间记录。', 'This is written down during fieldwork alone.')]
}

const look = action(auditItem, {
  allow: self('auditors'),
  summary: 'Says of a subject of its sample whether it was found as the control had it',
  input: z.strictObject({ number: z.string().min(1).max(60), found: z.enum(['agrees', 'differs']).nullable() }),
  output: z.object({ left: z.int() }),
  async run(tx, row, { number, found }) {
    const faults = await inFieldwork(tx, row)
    if (!row.sample.some((one) => one.number === number))
      faults.push(fault('number', 'no-such-subject', '样本里没有这个对象。', 'It is not in the sample.'))
    if (faults.length > 0) throw invalid(faults)
    const sample = row.sample.map((one) =>
      one.number === number ? { ...one, found, foundBy: found && personId(tx.actor) } : one,
    )
    await tx.as('rulebook').update(auditItem, row.id, { sample })
    return { left: sample.filter((one) => one.found === null).length }
  },
})

export const auditItemBehaviour = behave(auditItem, {
  guards: { judge: async (tx, row) => [...noteWanted(row), ...(await inFieldwork(tx, row))] },
  actions: { look },
})
