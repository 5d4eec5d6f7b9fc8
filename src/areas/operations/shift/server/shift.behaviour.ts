import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import { any, role, self } from '../../../../record/rule.ts'
import { dayAway, minuteMs, msOf } from '../../../../record/time.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { layOut } from '../../roster/server/ground.ts'
import { shift } from '../shift.record.ts'
import { compileSheet } from './sheet.ts'
import { canTakeOver, offer, type ShiftRow, takeOver } from './take-over.ts'

/** One may stand down this long before the position must be filled again. */
const aheadMs = 10 * minuteMs

/** Nobody stands down while somebody must be there. */
async function mayBeEmpty(tx: Tx, row: ShiftRow): Promise<Fault[]> {
  // Yesterday's night may not be over.
  const { needed } = await layOut(tx.db, { startsOn: dayAway(tx.today, -1), endsOn: tx.today })
  const now = msOf(tx.now)
  const wanted = needed.find(({ position, from, to }) => position === row.position && from - aheadMs <= now && to > now)
  if (!wanted) return []
  return [
    fault(
      '',
      'still-needed',
      '现在该位置不能没有人,须由接班人签字后才能离开。',
      'The position must not be empty now: you may leave once the next has signed.',
    ),
  ]
}

const say = (tx: Tx, row: ShiftRow, zh: string, en: string) =>
  writeLog(tx, {
    kind: 'shift',
    text: [`${zh}:${row.title}`, `${en}: ${row.title}`],
    about: { record: shift.name, id: row.id, number: row.number },
  })

const compile = action(shift, {
  allow: any(self('person'), role('manager')),
  summary: 'Compiles the handover sheet as things stand, to be signed within a quarter of an hour.',
  input: z.strictObject({}),
  output: z.object({ sheetDigest: z.string() }),
  async run(tx, row) {
    if (row.state !== 'on-duty')
      throw new Refusal('wrong-state', ['只有在班时编制交接单。', 'A sheet is compiled while one is on duty.'])
    const sheet = await compileSheet(tx.db, { now: tx.now, today: tx.tradingDay(), since: row.beganAt ?? row.startsAt })
    const sheetDigest = digestOf(canonical(sheet)).toString('hex')
    await tx.as('handover').update(shift, row.id, { sheet, sheetDigest })
    return { sheetDigest }
  },
})

export const shiftBehaviour = behave(shift, {
  guards: { 'sign-in': canTakeOver, 'stand-in': canTakeOver, 'stand-down': mayBeEmpty },
  effects: {
    'sign-in': takeOver,
    'stand-in': takeOver,
    async 'hand-over'(tx, row) {
      await offer(tx, row.position)
      await say(tx, row, '交班签字', 'Handed over')
    },
    async 'hand-over-for'(tx, row) {
      await offer(tx, row.position)
      await say(tx, row, '代为交班', 'Handed over for them')
    },
    resume: (tx, row) => offer(tx, row.position),
    'stand-down': async (tx, row) => void (await say(tx, row, '收班', 'Stood down')),
  },
  actions: { compile },
})
