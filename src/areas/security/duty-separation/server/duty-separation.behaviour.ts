import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { separationFaults } from '../conflict.rules.ts'
import { dutySeparation } from '../duty-separation.record.ts'

type Row = RowOf<typeof dutySeparation>
const sound = async (_tx: Tx, row: Row) => separationFaults(row)
/** What people have already is held against it too. */
const lookAgain = (tx: Tx, { id }: Row) => tx.job('settle-separation', { id })

export const dutySeparationBehaviour = behave(dutySeparation, {
  guards: { create: sound, update: sound },
  effects: { create: lookAgain, update: lookAgain, withdraw: lookAgain, reinstate: lookAgain },
})
