import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { AnyRecord } from '../../../../record/record.ts'
import type { Who } from '../../../../record/who.ts'
import { tellDue } from '../../../messaging/messaging.api.ts'
import { reportMarksOf } from '../../../service/service.api.ts'
import { securityReport } from '../../security-report/security-report.record.ts'
import { securityIncident } from '../security-incident.record.ts'

/**
 * Tells those in charge of security incidents what is due and what is late: the grade, and each report. Looked at every minute, from
 * what is stored alone; each moment is told once.
 */
export const watchSecurity: Task = async (engine) => {
  const { now } = engine.clock
  const ungraded = await engine.db
    .selectFrom('securityIncident')
    .select('id')
    .where('state', '=', 'declared')
    .where('gradeDueAt', '<=', now())
    .orderBy('id')
    .execute()
  for (const { id } of ungraded)
    await engine.inTx(asSystem('security'), async (tx) => {
      const { state, owner, gradeDueAt } = await tx.lock(securityIncident, id)
      if (state === 'declared') await tell(tx, securityIncident, id, 'grade-late', `grade-late ${gradeDueAt}`, [owner])
    })
  const due = await engine.db
    .selectFrom('securityReport')
    .innerJoin('securityIncident', 'securityIncident.id', 'securityReport.securityIncident')
    .innerJoin('reportingRule', 'reportingRule.id', 'securityReport.rule')
    .select(['securityReport.id', 'reportingRule.id as rule', 'minutes', 'foundAt'])
    .where('securityReport.state', '=', 'due')
    .orderBy('securityReport.id')
    .execute()
  for (const { id, rule, minutes, foundAt } of due) {
    const marks = foundAt === null ? [] : reportMarksOf({ id: rule, minutes }, { startedAt: foundAt }, now())
    for (const { kind, key } of marks)
      await engine.inTx(asSystem('security'), async (tx) => {
        const { state, readers } = await tx.lock(securityReport, id)
        if (state === 'due') await tell(tx, securityReport, id, kind, key, readers)
      })
  }
}

async function tell(tx: Tx, record: AnyRecord, id: string, kind: string, mark: string, people: readonly string[]) {
  const { numInsertedOrUpdatedRows: written } = await tx.db
    .insertInto('clockMark')
    .values({ recordId: id, clock: 'security', mark, at: tx.now })
    .onConflict((one) => one.doNothing())
    .executeTakeFirst()
  if (!written) return
  const who = people.map((one): Who => ({ is: 'person', id: one }))
  await tx.journal(record, id, `clock-${kind}`, {})
  await tellDue(tx, record, { id }, `clock-${kind}`, who)
}

export const watchSecurityCrontab = '* * * * * watch-security-incidents'
