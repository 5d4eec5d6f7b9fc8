import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { asSystem } from '../../../../record/actor.ts'
import { monthAway } from '../../../../record/time.ts'
import { dateIn } from '../../../../record/zone.ts'
import { calendarInForce, type LaidOut } from '../../../administration/administration.api.ts'
import { levelReport } from '../level-report.record.ts'

/** In UTC: before the working day begins in Shanghai. */
export const makeReportsCrontab = '10 20 * * * make-level-reports'

/**
 * Draws up last month's report of each agreement from the first working day of the month on, by the calendar of its hours. What was
 * missed while no server ran is made up for; there is one for each agreement and month, whichever copy of the server comes first.
 */
export const makeReports: Task = async (engine) => {
  const rows = await engine.db
    .selectFrom('agreement')
    .select(['id', 'hours', 'validFrom', 'validTo'])
    .where('state', 'in', ['in-force', 'ended', 'superseded'])
    .where('signedForCustomerAt', 'is not', null)
    .orderBy('id')
    .execute()
  for (const row of rows)
    await makeFor(engine, row).catch((error) =>
      engine.log.error({ err: error, agreement: row.id }, 'A monthly report could not be made'),
    )
}

type Row = { readonly id: string; readonly hours: string; readonly validFrom: string; readonly validTo: string }

async function makeFor(engine: Engine, { id, hours, validFrom, validTo }: Row): Promise<void> {
  const calendar = await calendarInForce(engine.db, hours)
  const today = calendar && dateIn(calendar.zone, engine.clock.now())
  if (!calendar || !today || !hasWorked(calendar, today)) return
  const month = monthAway(today.slice(0, 7), -1)
  if (validFrom.slice(0, 7) > month || validTo.slice(0, 7) < month) return
  await engine.inTx(asSystem('level-report'), async (tx) => {
    const made = await tx.db
      .selectFrom('levelReport')
      .select('id')
      .where('agreement', '=', id)
      .where('month', '=', `${month}-01`)
      .executeTakeFirst()
    if (!made) await tx.create(levelReport, { agreement: id, month: `${month}-01` })
  })
}

/** Has there been a working day this month, today among them? */
function hasWorked(calendar: LaidOut, today: string): boolean {
  const days = Array.from(
    { length: Number(today.slice(8)) },
    (_, n) => `${today.slice(0, 8)}${String(n + 1).padStart(2, '0')}`,
  )
  return days.some((date) => calendar.worksOn(date) === true)
}
