import { sql } from 'kysely'
import { condition } from '../../../../platform/read/filter.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import { type RowOf, tableOf } from '../../../../record/record.ts'
import { answersOf, askedIn } from '../../offering/answers.rules.ts'
import type { offering } from '../../offering/offering.record.ts'
import type { Answers, Form } from '../../offering/question.rules.ts'
import '../../server/tables.ts'
import type { request } from '../request.record.ts'
import { mayOrder } from './may-order.ts'

export type RequestRow = RowOf<typeof request>
export type OfferingRow = RowOf<typeof offering>

export const offeringOf = (tx: Tx, { offering }: Pick<RequestRow, 'offering'>): Promise<OfferingRow> =>
  tx.db.selectFrom('offering').selectAll().where('id', '=', offering).executeTakeFirstOrThrow()

/** Everything that keeps somebody from ordering this. */
export async function orderFaults(tx: Tx, row: RequestRow): Promise<Fault[]> {
  const found = await tx.db.selectFrom('offering').selectAll().where('id', '=', row.offering).executeTakeFirst()
  if (!found) return [] // the link itself is refused
  if (found.state !== 'published')
    return [
      fault('offering', 'not-published', '这一版服务项目不在受理。', 'This edition of the offering cannot be ordered.'),
    ]
  const who = row.forPerson ?? personId(tx.actor)
  if (who !== null && !(await mayOrder(tx.db, found.id, who)))
    return [
      fault(
        row.forPerson ? 'forPerson' : 'offering',
        'not-for-them',
        '这项服务不对其所在部门开放。',
        'This is not offered to their department.',
      ),
    ]
  return answerFaults(tx, found.form, row.answers)
}

/** What is wrong with answers, what they name in the firm among it. */
export async function answerFaults(tx: Tx, form: Form, given: RequestRow['answers']): Promise<Fault[]> {
  const { answers, faults } = answersOf(form, given)
  return [...faults, ...(await unknownNames(tx, form, answers))]
}

/** People, departments and components that are not there, or that this actor may not read: which of the two is not told. */
async function unknownNames(tx: Tx, form: Form, answers: Answers): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [kind, named] of namedIn(form, answers)) {
    const { record } = tx.registry.get(kind)
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(record))}
      where id = any(${[...named.values()]}::uuid[]) and ${condition(record, record.access.read, tx.actor)}`.execute(
      tx.db,
    )
    const there = new Set(rows.map(({ id }) => id))
    for (const [key, id] of named)
      if (!there.has(id))
        faults.push(
          fault(`answers.${key}`, 'no-such-record', '所选的记录不存在。', 'The chosen record does not exist.'),
        )
  }
  return faults
}

/** What answers name in the firm: ids by key, by kind of record. */
function namedIn(form: Form, answers: Answers): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>()
  for (const { key, kind } of askedIn(form, answers)) {
    const id = answers[key]
    if ((kind !== 'person' && kind !== 'department' && kind !== 'component') || typeof id !== 'string') continue
    found.set(kind, (found.get(kind) ?? new Map()).set(key, id))
  }
  return found
}
