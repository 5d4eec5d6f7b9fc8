import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { Fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { defaultsOf } from '../../control/control.rules.ts'
import { controlIn } from '../../control/server/held.ts'
import { judgeAnew } from '../../control/server/store.ts'
import { controlSetting } from '../control-setting.record.ts'
import { settingFaults } from '../control-setting.rules.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof controlSetting>

const sound = async (tx: Tx, row: Row): Promise<Fault[]> => settingFaults(row, await controlIn(tx, row.control))

/** Every subject is judged by these measures from now on; those before are history. */
export async function putInForce(tx: Tx, row: Row): Promise<void> {
  const control = await controlIn(tx, row.control)
  if (!control) return
  const given = Object.fromEntries(row.values.map(({ name, value }) => [name, value]))
  // First, since it locks how the control stands: of two settings that take effect at once one comes after the other.
  await judgeAnew(tx, control, { ...defaultsOf(control), ...given }, row.number)
  const before = await tx.db
    .selectFrom('controlSetting')
    .select('id')
    .where('control', '=', row.control)
    .where('state', '=', 'in-force')
    .execute()
  for (const { id } of before) await tx.act(controlSetting, id, 'supersede')
  await tx.act(controlSetting, row.id, 'take-effect')
}

export const controlSettingBehaviour = behave(controlSetting, {
  guards: { create: sound, update: sound, approve: sound },
  effects: {
    async approve(tx, row) {
      if (row.effectiveOn <= tx.today) await putInForce(tx.as('rulebook'), row)
    },
  },
})
