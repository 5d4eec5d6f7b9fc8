import '../../server/tables.ts'
import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { role } from '../../../../record/rule.ts'
import { agreement } from '../agreement.record.ts'
import { spanFaults } from '../agreement.rules.ts'
import { pledgeFaults } from '../pledge.rules.ts'
import { begin, type Life, leave, lifeOf } from './course.ts'

export type AgreementRow = RowOf<typeof agreement>

/** What may be written at any time; what must be there before it is signed is asked when it is submitted. */
const sound = async (_tx: Tx, row: AgreementRow): Promise<Fault[]> => [
  ...spanFaults(row),
  ...pledgeFaults(row.pledges, 'pledges'),
]

async function whole(tx: Tx, row: AgreementRow): Promise<Fault[]> {
  const faults = await sound(tx, row)
  if (row.pledges.length === 0 && row.availability === null)
    faults.push(fault('pledges', 'required', '还没有承诺任何事项。', 'Nothing is promised yet.'))
  const contact = await tx.db.selectFrom('person').select('department').where('id', '=', row.contact).executeTakeFirst()
  if (contact?.department !== row.customer)
    faults.push(
      fault(
        'contact',
        'not-theirs',
        '客户方代表须是该部门的人员。',
        'Who signs for the customer must belong to that department.',
      ),
    )
  return faults
}

async function inTime(tx: Tx, row: AgreementRow): Promise<Fault[]> {
  const faults = await whole(tx, row)
  const life = await lifeOf(tx, row)
  if (!life) return [...faults, fault('hours', 'no-calendar', '该工作日历没有生效。', 'That calendar is not in force.')]
  if (life.to <= tx.now) faults.push(fault('validTo', 'over', '有效期已过。', 'Its time is over.'))
  return faults
}

const revise = action(agreement, {
  allow: role('manager', 'engineer'),
  summary: 'Draws up the next agreement: a draft with the same content.',
  input: z.strictObject({}),
  output: z.object({ id: z.uuid(), number: z.string() }),
  async run(tx, row) {
    if (row.state === 'draft' || row.state === 'in-review')
      throw new Refusal('wrong-state', [
        '尚未生效,可以直接修改或退回。',
        'It is not in force yet: change it, or return it.',
      ])
    const { name, service, customer, contact, owner, hours, pledges, share, availability, validFrom, validTo, terms } =
      row
    const { id, number } = await tx.create(agreement, {
      ...{ name, service, customer, contact, owner, hours, share, availability, validFrom, validTo, terms },
      pledges: pledges.map((one) => ({ ...one })),
    })
    return { id, number }
  },
})

export const agreementBehaviour = behave(agreement, {
  guards: { create: sound, update: sound, submit: whole, sign: inTime, accept: inTime },
  effects: {
    async accept(tx, row) {
      const { from, to } = (await lifeOf(tx, row)) as Life
      const job = (task: string, runAt: string) => tx.job(task, { id: row.id }, { runAt, key: `${task} ${row.id}` })
      if (from <= tx.now) await begin(tx.as('agreement'), row)
      else await job('begin-agreement', from)
      await job('end-agreement', to)
    },
    supersede: leave,
    end: leave,
  },
  actions: { revise },
})
