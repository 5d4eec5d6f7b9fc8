import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { recurrenceFaults } from '../../../administration/administration.api.ts'
import { periodicDuty } from '../periodic-duty.record.ts'
import { dutyFaults } from '../periodic-duty.rules.ts'
import { advanceDuty } from './keep.ts'

type Duty = RowOf<typeof periodicDuty>

const sound = async (_tx: Tx, row: Duty) => [...dutyFaults(row), ...recurrenceFaults(row.rule)]

/** It looks ahead from now: what would have been before is none of its tasks. */
const fromNow = async (tx: Tx, { id }: Duty): Promise<void> => {
  await advanceDuty(tx.db, id, tx.now)
}

export const periodicDutyBehaviour = behave(periodicDuty, {
  guards: { create: sound, update: sound, resume: sound },
  effects: { create: fromNow, update: fromNow, resume: fromNow },
})
