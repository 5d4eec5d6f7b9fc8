import '../../server/tables.ts'
import { sql } from 'kysely'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { loan } from '../loan.record.ts'
import { spanFaults } from '../loan.rules.ts'

type Row = RowOf<typeof loan>

/** The asset as it stands, locked: whoever wants the same thing waits. */
const assetOf = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('asset')
    .select(['id', 'tag', 'name', 'state', 'custodian'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Nobody else has it within these days. */
async function free(tx: Tx, row: Row): Promise<Fault[]> {
  await assetOf(tx, row.asset)
  const { rows } = await sql<{ number: string; from: string; to: string }>`
    select number, starts_on::text as "from", due_on::text as "to" from loan
    where asset = ${row.asset} and id <> ${row.id} and state in ('reserved', 'lent', 'overdue')
      and daterange(starts_on, due_on, '[]') && daterange(${row.startsOn}::date, ${row.dueOn}::date, '[]')
    order by starts_on limit 1`.execute(tx.db)
  return rows.map(({ number, from, to }) =>
    fault(
      'dueOn',
      'taken',
      `${from} 至 ${to} 已借出或预约(${number})。`,
      `It is lent or reserved from ${from} to ${to} (${number}).`,
    ),
  )
}

async function sound(tx: Tx, row: Row): Promise<Fault[]> {
  const faults = spanFaults(row)
  return faults.length > 0 ? faults : free(tx, row)
}

async function lendable(tx: Tx, row: Row): Promise<Fault[]> {
  const faults = await sound(tx, row)
  const found = await assetOf(tx, row.asset)
  if (row.dueOn < tx.today) faults.push(fault('dueOn', 'past', '应还日期已过。', 'That day is past.'))
  if (found?.state !== 'in-stock')
    faults.push(
      fault('asset', 'not-in-stock', '该资产不在库,不能借出。', 'The asset is not in stock: it cannot be lent.'),
    )
  return faults
}

async function later(tx: Tx, row: Row): Promise<Fault[]> {
  const before = await tx.db.selectFrom('loan').select('dueOn').where('id', '=', row.id).executeTakeFirst()
  if (row.dueOn < tx.today || (before && row.dueOn <= before.dueOn))
    return [fault('dueOn', 'not-later', '须是更晚的日期。', 'It must be a later day.')]
  return free(tx, row)
}

export const loanBehaviour = behave(loan, {
  async derive(tx, steps) {
    const values: Partial<Row>[] = []
    for (const { before, after } of steps) {
      const found = before === null ? await assetOf(tx, after.asset) : undefined
      values.push(found ? { title: `${found.tag} ${found.name}`, startsOn: after.startsOn ?? tx.today } : {})
    }
    return values
  },
  guards: { create: sound, update: sound, lend: lendable, extend: later },
  effects: {
    lend: async (tx, row) => void (await tx.as('loan').act(asset, row.asset, 'issue', { custodian: row.borrower })),
    async return(tx, row) {
      const found = await assetOf(tx, row.asset)
      // What was lost or went to repair meanwhile stays where it is.
      if (found?.state === 'in-use' && found.custodian === row.borrower)
        await tx.as('loan').act(asset, row.asset, 'take-back')
    },
  },
})
