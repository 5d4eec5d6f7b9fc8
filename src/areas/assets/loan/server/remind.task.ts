import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import { asSystem } from '../../../../record/actor.ts'
import { dayAway } from '../../../../record/time.ts'
import { dateIn } from '../../../../record/zone.ts'
import { loan } from '../loan.record.ts'
import { loanReminderDays } from '../loan.settings.ts'

/** Every morning: what is due soon, and what is overdue. Its borrower watches it; each is told once. */
export const remindLoans: Task = async (engine) => {
  const today = dateIn(engine.zone, engine.clock.now())
  const soon = dayAway(today, engine.settings.get(loanReminderDays))
  const due = await engine.db
    .selectFrom('loan')
    .select('id')
    .where('state', '=', 'lent')
    .where('dueOn', '<=', soon)
    .where((one) => one.or([one('remindedAt', 'is', null), one('dueOn', '<', today)]))
    .orderBy('id')
    .execute()
  for (const { id } of due)
    await engine.inTx(asSystem('loan'), async (tx) => {
      const { state, dueOn, remindedAt } = await tx.lock(loan, id)
      if (state !== 'lent') return
      if (dueOn < tx.today) await tx.act(loan, id, 'fall-overdue')
      else if (remindedAt === null) await tx.act(loan, id, 'remind')
    })
}

/** Half past eight in Shanghai. */
export const remindLoansCrontab = '30 0 * * * remind-loans'
