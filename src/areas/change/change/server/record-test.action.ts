import { z } from 'zod'
import { action } from '../../../../platform/behaviour.ts'
import { personId } from '../../../../record/actor.ts'
import { fault, invalid, Refusal } from '../../../../record/problem.ts'
import { hands } from '../../parties.rules.ts'
import { change } from '../change.record.ts'

/** What came of one test; tried again, the later result counts and the earlier stays. */
export const recordTest = action(change, {
  allow: hands,
  summary: 'Says what came of a test of the plan, while the change is in progress',
  input: z.strictObject({
    test: z.int().min(0).max(39),
    passed: z.boolean(),
    note: z.string().trim().min(1).max(1_000).nullable().default(null),
  }),
  output: z.object({ open: z.int() }),
  async run(tx, row, { test, passed, note }) {
    if (row.state !== 'in-progress')
      throw new Refusal('wrong-state', ['变更不在实施中。', 'The change is not in progress.'])
    const faults = []
    if (test >= row.tests.length) faults.push(fault('test', 'no-such-test', '没有这项测试。', 'There is no such test.'))
    if (!passed && note === null)
      faults.push(fault('note', 'required', '未通过的须写明现象。', 'Say what was seen where it failed.'))
    if (faults.length > 0) throw invalid(faults)
    const by = personId(tx.actor)
    if (by === null) throw new Refusal('not-allowed', ['由人登记测试结果。', 'A person records what came of a test.'])
    const results = [...row.results, { test, passed, note, by, at: tx.now }]
    await tx.as('change').update(change, row.id, { results })
    return { open: row.tests.filter((_, n) => results.filter((one) => one.test === n).at(-1)?.passed !== true).length }
  },
})
