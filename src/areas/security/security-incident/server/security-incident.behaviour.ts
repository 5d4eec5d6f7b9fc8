import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { custody } from '../../custody/custody.record.ts'
import { evidence } from '../../evidence/evidence.record.ts'
import { securityReport } from '../../security-report/security-report.record.ts'
import { reportWhatIsDue } from '../../security-report/server/due.ts'
import { securityIncident } from '../security-incident.record.ts'
import { gradeDueAt, readersOf } from '../security-incident.rules.ts'

type Row = RowOf<typeof securityIncident>

/** Its time begins with the incident, unless it was found at another; whoever declared it knows of it. */
async function begun(tx: Tx, { incident, foundAt, owner, named }: Row): Promise<Partial<Row>> {
  const from = await tx.db.selectFrom('incident').select('createdAt').where('id', '=', incident).executeTakeFirst()
  const me = personId(tx.actor)
  return {
    foundAt: foundAt ?? from?.createdAt ?? tx.now,
    gradeDueAt: gradeDueAt(tx.now),
    named: me === null || me === owner || named.includes(me) ? named : [...named, me],
  }
}

async function derive(tx: Tx, steps: readonly Step<typeof securityIncident>[]): Promise<Partial<Row>[]> {
  const values: Partial<Row>[] = []
  for (const { before, after } of steps) values.push(before === null ? await begun(tx, after) : {})
  return values
}

/** One of an incident; that there is one is no secret. */
async function first(tx: Tx, { incident, foundAt }: Row): Promise<Fault[]> {
  const known = await tx.db
    .selectFrom('securityIncident')
    .select('id')
    .where('incident', '=', incident)
    .where('state', '<>', 'dismissed')
    .executeTakeFirst()
  return [
    ...(known
      ? [fault('incident', 'declared', '该故障已宣布为安全事件。', 'It has been declared a security incident already.')]
      : []),
    ...(foundAt !== null && foundAt > tx.now
      ? [fault('foundAt', 'in-future', '时间不能晚于现在。', 'It cannot lie ahead.')]
      : []),
  ]
}

/** Whoever must be told has been, or somebody signs why not; what was taken as evidence is sealed. */
async function allTold(tx: Tx, { id }: Row): Promise<Fault[]> {
  const due = await tx.db
    .selectFrom('securityReport')
    .select(['number', 'authority'])
    .where('securityIncident', '=', id)
    .where('state', '=', 'due')
    .orderBy('dueAt')
    .execute()
  const open = await tx.db
    .selectFrom('evidence')
    .select('number')
    .where('securityIncident', '=', id)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  return [
    ...due.map(({ number, authority }) =>
      fault(
        '',
        'report-due',
        `尚未向${authority}报告(${number}),也未认定无需报告。`,
        `${authority} has not been told (${number}), and nobody signed that it need not be.`,
      ),
    ),
    ...open.map(({ number }) =>
      fault('', 'not-sealed', `证据 ${number} 尚未封存。`, `Evidence ${number} is not sealed.`),
    ),
  ]
}

/** Whoever comes to need to know reads what hangs on it, and whoever needs to know no more does not. */
async function tellReaders(tx: Tx, row: Row, before: Row | null): Promise<void> {
  const readers = readersOf(row)
  if (before && readersOf(before).join() === readers.join()) return
  const system = tx.as('security')
  const of = <T extends 'securityReport' | 'evidence'>(table: T) =>
    tx.db
      .selectFrom(table as 'evidence')
      .select('id')
      .where('securityIncident', '=', row.id)
      .orderBy('id')
      .execute()
  const kept = await of('evidence')
  for (const { id } of await of('securityReport')) await system.update(securityReport, id, { readers })
  for (const { id } of kept) await system.update(evidence, id, { readers })
  if (kept.length === 0) return
  const handed = await tx.db
    .selectFrom('custody')
    .select('id')
    .where(
      'evidence',
      'in',
      kept.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  for (const { id } of handed) await system.update(custody, id, { readers })
}

async function dropReports(tx: Tx, { id }: Row): Promise<void> {
  const open = await tx.db
    .selectFrom('securityReport')
    .select('id')
    .where('securityIncident', '=', id)
    .where('state', '=', 'due')
    .orderBy('id')
    .execute()
  for (const one of open) await tx.as('security').act(securityReport, one.id, 'lapse')
}

export const securityIncidentBehaviour = behave(securityIncident, {
  derive,
  guards: { create: first, close: allTold },
  effects: { update: tellReaders, grade: reportWhatIsDue, 'grade-again': reportWhatIsDue, dismiss: dropReports },
})
