import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { gatherSoon } from '../../undertaking/server/gather.task.ts'
import { undertakingText } from '../undertaking-text.record.ts'

type Row = RowOf<typeof undertakingText>

/** What its signatories are given: the same words in a later edition have the same digest, so that what was signed lasts. */
const digestOfText = ({ code, title, titleEn, text, textEn, lasting }: Row): string =>
  digestOf(canonical({ code, title, titleEn, text, textEn, lasting })).toString('hex')

const derived = ({ before, after }: Step<typeof undertakingText>): Partial<Row> =>
  before?.state === 'draft' && after.state === 'published' ? { digest: digestOfText(after) } : {}

const others = (tx: Tx, { id, code }: Row, state: 'draft' | 'published') =>
  tx.db
    .selectFrom('undertakingText')
    .select(['id', 'number'])
    .where('code', '=', code)
    .where('state', '=', state)
    .where('id', '<>', id)
    .orderBy('id')
    .execute()

export const undertakingTextBehaviour = behave(undertakingText, {
  derive: async (_tx, steps) => steps.map(derived),
  guards: {
    async create(tx, row): Promise<Fault[]> {
      const [open] = await others(tx, row, 'draft')
      return open
        ? [fault('code', 'duplicate', `该承诺书已有草稿 ${open.number}。`, `${open.number} is being written already.`)]
        : []
    },
    // Holds for the system too: what is published stays as it is.
    update: async (_tx, { state }) =>
      state === 'draft' ? [] : [fault('', 'not-a-draft', '只有草稿可以修改。', 'Only a draft can be changed.')],
  },
  effects: {
    async publish(tx, row) {
      for (const { id } of await others(tx, row, 'published'))
        await tx.as('security').act(undertakingText, id, 'supersede')
      await gatherSoon(tx)
    },
    withdraw: gatherSoon,
  },
})
