import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { maintenanceWindow } from '../maintenance-window.record.ts'
import { endedText, windowFaults } from '../maintenance-window.rules.ts'

type Row = RowOf<typeof maintenanceWindow>

export const maintenanceWindowBehaviour = behave(maintenanceWindow, {
  guards: { create: sound, update: sound, extend: async (tx, row) => windowFaults(row, tx.now) },
  effects: {
    begin: async (tx, row) => say(tx, row, [`维护窗口开始:${row.title}。`, `Maintenance window begins: ${row.title}.`]),
    extend: async (tx, row) =>
      say(tx, row, [`维护窗口延长:${row.title}。`, `Maintenance window extended: ${row.title}.`]),
    end: sayEnd,
    close: sayEnd,
  },
})

async function sound(tx: Tx, row: Row) {
  const retired = await tx.db
    .selectFrom('component')
    .select('name')
    .where('id', 'in', row.components.length > 0 ? row.components : [row.id])
    .where('state', '=', 'retired')
    .execute()
  const names = retired.map(({ name }) => name).join('、')
  const faults = windowFaults(row, tx.now)
  return names === '' ? faults : [...faults, fault('components', 'retired', `已下线:${names}。`, `Retired: ${names}.`)]
}

async function sayEnd(tx: Tx, row: Row): Promise<void> {
  const held = await tx.db.selectFrom('alarmHeld').select('overAt').where('maintenance', '=', row.id).execute()
  const left = held.filter(({ overAt }) => overAt === null).length
  await say(tx, row, endedText(row.title, held.length, left))
}

async function say(tx: Tx, { id, number, components }: Row, text: Words): Promise<void> {
  const component = (components.length === 1 && components[0]) || null
  await writeLog(tx, { kind: 'component', text, about: { record: 'maintenance-window', id, number }, component })
}
