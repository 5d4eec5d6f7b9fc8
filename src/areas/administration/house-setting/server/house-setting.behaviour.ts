import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { houseSetting } from '../house-setting.record.ts'

type Row = RowOf<typeof houseSetting>

function known(tx: Tx, { key, value }: Row): Fault[] {
  const setting = tx.settings.all.find((one) => one.key === key)
  if (!setting) return [fault('key', 'not-a-choice', '没有这一项设置。', 'There is no such setting.')]
  const read = setting.read(value)
  return 'wrong' in read ? [{ path: 'value', code: 'out-of-range', text: read.wrong }] : []
}

/** Another value wants a reason of its own: what was written of the one before says nothing of it. */
async function reasoned(tx: Tx, row: Row): Promise<Fault[]> {
  const before = await tx.db
    .selectFrom('houseSetting')
    .select(['value', 'reason'])
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  if (before.value === row.value || before.reason !== row.reason) return []
  return [fault('reason', 'required', '请写明这次更改的原因。', 'Say why it is changed this time.')]
}

export const houseSettingBehaviour = behave(houseSetting, {
  guards: {
    create: async (tx, row) => known(tx, row),
    update: async (tx, row) => [...known(tx, row), ...(await reasoned(tx, row))],
  },
})
