import '../../server/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { resolveAlarm } from '../../alarm/server/raise.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { shift } from '../shift.record.ts'

export type ShiftRow = RowOf<typeof shift>

export const lateShiftKey = (id: string): string => `shift:${id}`

/** Those who stand at a position now, whoever has signed out first among them. */
const presentAt = (tx: Tx, position: string) =>
  tx.db
    .selectFrom('shift')
    .innerJoin('person', 'person.id', 'shift.person')
    .select(['shift.id', 'shift.state', 'shift.person', 'person.name', 'shift.sheetDigest'])
    .where('shift.position', '=', position)
    .where('shift.state', 'in', ['on-duty', 'handing-over'])
    .orderBy('shift.signedOutAt')
    .orderBy('shift.id')
    .execute()

/** O12: nobody's place is taken before they have signed, and what is signed for is the sheet that they signed. */
export async function canTakeOver(tx: Tx, row: ShiftRow): Promise<Fault[]> {
  await tx.db.selectFrom('dutyPosition').select('id').where('id', '=', row.position).forUpdate().execute()
  const { people } = await tx.db
    .selectFrom('dutyPosition')
    .select('people')
    .where('id', '=', row.position)
    .executeTakeFirstOrThrow()
  const present = (await presentAt(tx, row.position)).filter(({ id }) => id !== row.id)
  const leaving = present.find(({ state }) => state === 'handing-over')
  const me = personId(tx.actor)
  if (present.some(({ person }) => person === me))
    return [fault('', 'same-person', '交班与接班须是两个人。', 'Who hands over and who takes over are two people.')]
  if (!leaving) return present.length < people ? [] : [notYet(present.map(({ name }) => name))]
  if (leaving.id !== row.takenFrom || leaving.sheetDigest !== row.takenSheet)
    return [
      fault(
        '',
        'sheet-changed',
        '交接单已更新,请重新查看后再签字。',
        'The sheet has changed: look at it again before you sign.',
      ),
    ]
  return []
}

const notYet = (names: readonly string[]): Fault =>
  fault(
    '',
    'not-handed-over',
    `${names.join('、')}尚未交班签字,仍在班。`,
    `${names.join(', ')} has not signed the handover and is still on duty.`,
  )

/** Whoever signed out is off duty from the moment the next has signed: both in one transaction, or neither. */
export async function takeOver(tx: Tx, row: ShiftRow): Promise<void> {
  if (row.takenFrom !== null) {
    const before = await tx.as('handover').lock(shift, row.takenFrom)
    if (before.state === 'handing-over')
      await tx.as('handover').act(shift, before.id, 'relieve', { relievedBy: row.person })
  }
  await resolveAlarm(tx, lateShiftKey(row.id), ['已签字接班。', 'The shift was signed for.'])
  const late = row.lateAt !== null
  await writeLog(tx, {
    kind: 'shift',
    text: [`接班:${row.title}${late ? '(逾时)' : ''}`, `Took over: ${row.title}${late ? ' (late)' : ''}`],
    about: { record: shift.name, id: row.id, number: row.number },
  })
  await offer(tx, row.position)
}

/** A shift that nobody will sign for any more. */
export async function missShift(tx: Tx, id: string): Promise<void> {
  await tx.act(shift, id, 'miss')
  await resolveAlarm(tx, lateShiftKey(id), [
    '班次已过或已取消,无人接班。',
    'The shift is past or cancelled; nobody signed for it.',
  ])
}

/** The shift of a duty that nobody has signed for yet. */
export const dueShiftOf = (tx: Tx, duty: string): Promise<{ id: string } | undefined> =>
  tx.db.selectFrom('shift').select('id').where('duty', '=', duty).where('state', '=', 'due').executeTakeFirst()

/** Tells those who are awaited at a position whose sheet they will sign for: that of whoever signed out first. */
export async function offer(tx: Tx, position: string): Promise<void> {
  const leaving = (await presentAt(tx, position)).filter(({ state }) => state === 'handing-over')
  const due = await tx.db
    .selectFrom('shift')
    .select(['id', 'takenFrom', 'takenSheet'])
    .where('position', '=', position)
    .where('state', '=', 'due')
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  const [first] = leaving
  for (const one of due)
    await tx
      .as('handover')
      .update(shift, one.id, { takenFrom: first?.id ?? null, takenSheet: first?.sheetDigest ?? null })
}
