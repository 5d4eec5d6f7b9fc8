import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { approvalRule } from '../approval-rule.record.ts'
import { approvalRuleFaults } from '../approval-rule.rules.ts'

type Row = RowOf<typeof approvalRule>

/** Asked again when it is put in force: what it names may have gone since it was drawn up. */
const sound = async ({ registry, directory }: Tx, row: Row) => approvalRuleFaults(row.rule, registry, directory.name)

/** Whoever else could change the draft, by a grant, would be its author and yet put it in force. */
const byItsAuthor = (tx: Tx, row: Row) => {
  if (tx.actor.kind === 'person' && tx.actor.id !== row.createdBy) throw new Refusal('not-allowed', authorOnly)
  return sound(tx, row)
}

const authorOnly: Words = ['草稿只由编写人修改。', 'Only its author changes a draft.']

export const approvalRuleBehaviour = behave(approvalRule, {
  guards: { create: sound, update: byItsAuthor, 'put-in-force': sound },
})
