import '../../server/tables.ts'
import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { keeper } from '../../keepers.rules.ts'
import { contract } from '../contract.record.ts'
import { nextTerm, spanFaults } from '../contract.rules.ts'

const sound = async (_tx: Tx, row: RowOf<typeof contract>): Promise<Fault[]> => spanFaults(row)

const renew = action(contract, {
  allow: keeper,
  summary:
    'Draws up the contract that goes on from this one: a draft with the same content, as long, from the day after.',
  input: z.strictObject({}),
  output: z.object({ id: z.uuid(), number: z.string() }),
  async run(tx, row) {
    const term = nextTerm(row)
    if ((row.state !== 'in-force' && row.state !== 'expired') || term === null)
      throw new Refusal('wrong-state', [
        '只有生效或到期、且有到期日的合同可以续签。',
        'A contract is renewed while it is in force or has expired, and where it has an end.',
      ])
    const { title, supplier, kind, amount, noticeDays, renewMonths, owner, department, assets } = row
    const { id, number } = await tx.create(contract, {
      ...{ title, supplier, kind, amount, noticeDays, renewMonths, owner, department, assets },
      ...term,
      follows: row.id,
    })
    return { id, number }
  },
})

export const contractBehaviour = behave(contract, {
  guards: { create: sound, update: sound },
  actions: { renew },
})
