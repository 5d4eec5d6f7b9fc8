import { sql } from 'kysely'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import { type RowOf, tableOf } from '../../../../record/record.ts'
import { controlIn } from '../../control/server/held.ts'
import { touch } from '../../control/server/store.ts'
import { controlException } from '../control-exception.record.ts'
import { mostRenewals, spanFaults } from '../control-exception.rules.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof controlException>

/** The ids behind the numbers of subjects, in their order; null for a number that there is not. */
async function idsOf(tx: Tx, { control: id, subjects }: Row): Promise<(string | null)[]> {
  const control = await controlIn(tx, id)
  if (!control) return subjects.map(() => null)
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from ${sql.table(tableOf(control.subject.record))} where number = any(${subjects}::text[])`.execute(
    tx.db.withoutPlugins(),
  )
  const known = new Map(rows.map(({ id, number }) => [number, id]))
  return subjects.map((number) => known.get(number) ?? null)
}

async function sound(tx: Tx, row: Row): Promise<Fault[]> {
  if (!(await controlIn(tx, row.control)))
    return [fault('control', 'no-such-control', `没有控制项 ${row.control}。`, `There is no control ${row.control}.`)]
  const ids = await idsOf(tx, row)
  const faults = [
    ...spanFaults(row),
    ...ids.flatMap((id, n) =>
      id === null
        ? [fault(`subjects.${n}`, 'no-such-record', '该控制项没有这个对象。', 'The control has no such subject.')]
        : [],
    ),
  ]
  if (row.renewals > mostRenewals)
    faults.push(
      fault('renews', 'too-often', `最多续展 ${mostRenewals} 次。`, `It is renewed ${mostRenewals} times at most.`),
    )
  return faults
}

const rejudge = async (tx: Tx, { control, subjectIds }: Row): Promise<void> => {
  await touch(
    tx,
    subjectIds.map((subject) => ({ control, subject, through: null })),
  )
}

export const controlExceptionBehaviour = behave(controlException, {
  derive: (tx, steps) =>
    Promise.all(
      steps.map(async ({ after }) => {
        const ids = await idsOf(tx, after)
        return { subjectIds: ids.filter((id): id is string => id !== null), renewals: await renewalsOf(tx, after) }
      }),
    ),
  guards: { create: sound, update: sound, grant: sound },
  effects: { grant: rejudge, lift: rejudge, end: rejudge },
})

async function renewalsOf(tx: Tx, { renews }: Row): Promise<number> {
  if (renews === null) return 0
  const before = await tx.db
    .selectFrom('controlException')
    .select('renewals')
    .where('id', '=', renews)
    .executeTakeFirst()
  return (before?.renewals ?? 0) + 1
}
