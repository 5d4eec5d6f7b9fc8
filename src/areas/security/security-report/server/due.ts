import '../../server/tables.ts'
import { wallOf, wallText } from '../../../../platform/transfer/wall.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dutiesOf, reportDueAt } from '../../../service/service.api.ts'
import type { securityIncident } from '../../security-incident/security-incident.record.ts'
import { readersOf, reportText } from '../../security-incident/security-incident.rules.ts'
import { securityIncidentWords } from '../../security-incident/security-incident.words.ts'
import { securityReport } from '../security-report.record.ts'

type Row = RowOf<typeof securityIncident>
const { kind: kinds, gravity: grades } = securityIncidentWords.choices

/** The reports that the rules in force want of its grade: each there once, and none that no rule wants any more. */
export async function reportWhatIsDue(tx: Tx, row: Row): Promise<void> {
  if (row.gravity === null || row.foundAt === null) return
  const of = { id: row.id, gravity: row.gravity, startedAt: row.foundAt }
  const duties = (await dutiesOf(tx.db, [of], tx.zone)).get(row.id) ?? []
  const known = await tx.db
    .selectFrom('securityReport')
    .select(['id', 'rule', 'state'])
    .where('securityIncident', '=', row.id)
    .orderBy('id')
    .execute()
  const system = tx.as('security')
  const text = await textOf(tx, row)
  for (const rule of duties) {
    const one = known.find((report) => report.rule === rule.id)
    if (one?.state === 'lapsed') await system.act(securityReport, one.id, 'fall-due')
    if (one) continue
    const { authority } = rule
    const about = { securityIncident: row.id, rule: rule.id, authority, dueAt: reportDueAt(rule, of) }
    await system.create(securityReport, { ...about, text, readers: readersOf(row) })
  }
  for (const { id, rule, state } of known)
    if ((state === 'due' || state === 'not-due') && !duties.some((duty) => duty.id === rule))
      await system.act(securityReport, id, 'lapse')
}

async function textOf(tx: Tx, row: Row): Promise<string> {
  const names =
    row.components.length === 0
      ? []
      : await tx.db.selectFrom('component').select('name').where('id', 'in', row.components).orderBy('code').execute()
  return reportText({
    ...row,
    kind: kinds[row.kind][0],
    gravity: row.gravity === null ? '' : grades[row.gravity][0],
    foundAt: wallText(wallOf(tx.zone), row.foundAt ?? row.createdAt).slice(0, 16),
    components: names.map(({ name }) => name),
  })
}
