import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { all, any, everyone, inState, role, self } from '../../../../record/rule.ts'
import { articleFeedback } from '../../article-feedback/article-feedback.record.ts'
import { article } from '../article.record.ts'
import { reachFaults } from '../article.rules.ts'

const revise = action(article, {
  allow: all(inState('published', 'due-for-review'), any(self('owner'), role('engineer', 'manager'))),
  summary: 'Puts a revised text beside the published one, for somebody else to adopt; an empty one takes it back',
  input: z.strictObject({ body: z.string().trim().max(50_000) }),
  output: z.object({ version: z.int() }),
  async run(tx, { id }, { body }) {
    const values = body === '' ? { revision: null, revisedBy: null } : { revision: body, revisedBy: personId(tx.actor) }
    const { version } = await tx.update(article, id, values)
    return { version }
  },
})

const feedback = action(article, {
  allow: everyone,
  summary: 'Says whether the article helped: of each person the last word counts',
  input: z.strictObject({
    verdict: z.enum(articleFeedback.fields.verdict.choices),
    asked: z.string().trim().min(1).max(200).optional(),
    words: z.string().trim().min(1).max(500).optional(),
  }),
  output: z.object({ id: z.uuid() }),
  async run(tx, row, { verdict, asked = null, words = null }) {
    const person = personId(tx.actor) as string
    const said = { verdict, asked, words }
    const given = await tx.db
      .selectFrom('articleFeedback')
      .select('id')
      .where('article', '=', row.id)
      .where('person', '=', person)
      .executeTakeFirst()
    const by = tx.as('feedback')
    const { id } = given
      ? await by.update(articleFeedback, given.id, said)
      : await by.create(articleFeedback, { article: row.id, person, ...said })
    return { id }
  },
})

/** What readers were given changes by a revision or after a recall, so that two people have seen it. */
const seenByTwo = ['title', 'body', 'audience', 'departments', 'language', 'validFrom'] as const

async function changedAlone(tx: Tx, row: RowOf<typeof article>): Promise<Fault[]> {
  if (row.state === 'draft') return []
  const before = await tx.db.selectFrom('article').select(seenByTwo).where('id', '=', row.id).executeTakeFirstOrThrow()
  return seenByTwo
    .filter((name) => String(before[name]) !== String(row[name]))
    .map((name) =>
      fault(
        name,
        'published',
        '已发布的内容由修订后他人采纳,或撤回重写。',
        'What is published is revised and adopted by somebody else, or recalled.',
      ),
    )
}

export const articleBehaviour = behave(article, {
  guards: {
    create: async (_tx, row) => reachFaults(row),
    update: async (tx, row) => [...reachFaults(row), ...(await changedAlone(tx, row))],
  },
  actions: { revise, feedback },
})
