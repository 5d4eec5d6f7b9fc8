import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { delegation } from '../delegation.record.ts'
import { delegationFaults } from '../delegation.rules.ts'

const guard = async ({ actor, registry }: Tx, row: RowOf<typeof delegation>) =>
  delegationFaults(
    row,
    personId(actor),
    registry.all.map(({ record }) => record.name),
  )

export const delegationBehaviour = behave(delegation, { guards: { create: guard, update: guard } })
