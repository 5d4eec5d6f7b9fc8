import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { evidence } from '../../evidence/evidence.record.ts'
import { custody } from '../custody.record.ts'

type Row = RowOf<typeof custody>

const evidenceOf = (tx: Tx, row: Row) =>
  tx.db.selectFrom('evidence').selectAll().where('id', '=', row.evidence).executeTakeFirst()

/** Who gives it, who may know of it and what it was sealed as follow from the evidence. */
async function derived(tx: Tx, { before, after }: Step<typeof custody>): Promise<Partial<Row>> {
  const of = before === null ? await evidenceOf(tx, after) : undefined
  return of ? { giver: of.holder, readers: of.readers, digest: of.digest } : {}
}

/** It is sealed, in its holder's hands, and on its way to nobody else. */
async function free(tx: Tx, row: Row): Promise<Fault[]> {
  const of = await evidenceOf(tx, row)
  const faults: Fault[] = []
  if (of?.state !== 'sealed')
    faults.push(fault('evidence', 'not-sealed', '只有已封存的证据可以交接。', 'Only sealed evidence changes hands.'))
  if (of && row.taker === of.holder)
    faults.push(fault('taker', 'holds-it', '接收人就是现在的保管人。', 'They hold it already.'))
  const other = await tx.db
    .selectFrom('custody')
    .select('number')
    .where('evidence', '=', row.evidence)
    .where('id', '<>', row.id)
    .where('state', 'in', ['begun', 'given'])
    .executeTakeFirst()
  if (other)
    faults.push(
      fault('evidence', 'on-its-way', `交接 ${other.number} 尚未完成。`, `Hand-over ${other.number} is not over.`),
    )
  return faults
}

/** Since it was begun nothing became of the evidence. */
async function stillTheirs(tx: Tx, row: Row): Promise<Fault[]> {
  const of = await evidenceOf(tx, row)
  return of?.state === 'sealed' && of.holder === row.giver && of.digest === row.digest
    ? []
    : [fault('', 'not-theirs', '证据已不在交出人手中。', 'The evidence is in the giver’s hands no more.')]
}

export const custodyBehaviour = behave(custody, {
  derive: async (tx, steps) => Promise.all(steps.map((step) => derived(tx, step))),
  guards: { create: free, give: stillTheirs, take: stillTheirs },
  effects: {
    async take(tx, row) {
      const { taker, place } = row
      await tx.as('security').update(evidence, row.evidence, { holder: taker, place })
    },
  },
})
