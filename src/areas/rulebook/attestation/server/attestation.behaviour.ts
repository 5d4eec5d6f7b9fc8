import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { dayAway } from '../../../../record/time.ts'
import { firstReminder } from '../../reading/reading.rules.ts'
import { attestation } from '../attestation.record.ts'
import { mostOutDays } from '../attestation.rules.ts'
import '../../server/tables.ts'

type Row = RowOf<typeof attestation>

/** It is about a clause that there is, and no other speaks for. */
async function create(tx: Tx, { policyCode, clause }: Row): Promise<Fault[]> {
  const edition = await tx.db
    .selectFrom('policy')
    .select('clauses')
    .where('code', '=', policyCode)
    .where('state', '=', 'effective')
    .executeTakeFirst()
  if (!edition) return [fault('policyCode', 'no-such-policy', '没有这项有效制度。', 'No such policy is in effect.')]
  if (!edition.clauses.some(({ key }) => key === clause))
    return [fault('clause', 'no-such-clause', `该制度没有第 ${clause} 条。`, `The policy has no clause ${clause}.`)]
  const other = await tx.db
    .selectFrom('attestation')
    .select('number')
    .where('policyCode', '=', policyCode)
    .where('clause', '=', clause)
    .where('state', '<>', 'retired')
    .executeTakeFirst()
  return other
    ? [fault('clause', 'duplicate', `该条已有声明 ${other.number}。`, `${other.number} speaks for that clause.`)]
    : []
}

/** Evidence is a file that came since it was last attested. */
async function attest(tx: Tx, { id, attestedAt }: Row): Promise<Fault[]> {
  const before = await tx.db.selectFrom('attestation').select('attestedAt').where('id', '=', id).executeTakeFirst()
  const since = before?.attestedAt ?? attestedAt
  const file = await tx.db
    .selectFrom('attachment')
    .select('id')
    .where('record', '=', attestation.name)
    .where('recordId', '=', id)
    .where('removedAt', 'is', null)
    .$if(since !== null, (some) => some.where('at', '>', since as string))
    .executeTakeFirst()
  return file
    ? []
    : [fault('', 'no-evidence', '请先上传本次的证据文件。', 'Add a file as evidence for this time first.')]
}

const askOut = async (tx: Tx, { outUntil }: Row): Promise<Fault[]> =>
  outUntil !== null && (outUntil <= tx.today || outUntil > dayAway(tx.today, mostOutDays))
    ? [
        fault(
          'outUntil',
          'out-of-bounds',
          `截止日期须在今天之后、${mostOutDays} 天之内。`,
          `It ends after today, within ${mostOutDays} days.`,
        ),
      ]
    : []

export const attestationBehaviour = behave(attestation, {
  derive: async (tx, steps) =>
    steps.map(({ before, after }) =>
      before?.dueOn === after.dueOn ? {} : { remindOn: firstReminder(after.dueOn, tx.today) },
    ),
  guards: { create, attest, 'ask-out': askOut },
})
