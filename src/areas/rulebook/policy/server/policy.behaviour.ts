import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { role } from '../../../../record/rule.ts'
import { dayAway } from '../../../../record/time.ts'
import { idsIn } from '../../control/server/held.ts'
import { closeOf, goOnWith } from '../../reading-campaign/server/reading-campaign.behaviour.ts'
import { clauseFaults } from '../clause.rules.ts'
import { policy } from '../policy.record.ts'
import { policyPaper } from './paper.ts'
import '../../server/tables.ts'

type PolicyRow = RowOf<typeof policy>

/** What its readers are given. The same text in a later edition has the same digest, so that what was said of it lasts. */
export const digestOfText = ({
  code,
  title,
  titleEn,
  purpose,
  purposeEn,
  scope,
  scopeEn,
  clauses,
}: PolicyRow): string =>
  digestOf(canonical({ code, title, titleEn, purpose, purposeEn, scope, scopeEn, clauses })).toString('hex')

const sound = async (tx: Tx, row: PolicyRow): Promise<Fault[]> => clauseFaults(row.clauses, await idsIn(tx))

async function create(tx: Tx, row: PolicyRow): Promise<Fault[]> {
  const family = await tx.db
    .selectFrom('policy')
    .select(['id', 'number', 'state', 'edition'])
    .where('code', '=', row.code)
    .where('state', '<>', 'withdrawn')
    .orderBy('edition', 'desc')
    .execute()
  const open = family.find(({ state }) => state === 'draft' || state === 'in-review' || state === 'approved')
  const holder = open ?? (row.edition === 1 ? family[0] : undefined)
  if (!holder) return sound(tx, row)
  const text = open
    ? (['该制度已有一份未生效的版次。', 'An edition of this policy is already being prepared.'] as const)
    : ([
        '该代码已有制度;请以有效版次新建版次。',
        'The code is taken: make a new edition of the one in effect.',
      ] as const)
  const { id, number } = holder
  throw new Refusal('duplicate', text, [{ path: 'code', code: 'duplicate', text }], {
    holder: { id, number, path: `/api/policies/${id}` },
  })
}

const newEdition = action(policy, {
  allow: role('engineer', 'manager', 'admin'),
  summary: 'Copies the edition in effect to a draft of the next one',
  input: z.strictObject({}),
  output: z.object({ id: z.uuid(), number: z.string(), edition: z.int() }),
  async run(tx, row) {
    if (row.state !== 'effective')
      throw new Refusal('wrong-state', [
        '只能以有效的版次为基础。',
        'Only an edition in effect can be the base of a new one.',
      ])
    const { code, title, titleEn, area, owner, purpose, purposeEn, scope, scopeEn, clauses, reviewEvery } = row
    const copy = { code, title, titleEn, area, owner, purpose, purposeEn, scope, scopeEn, clauses, reviewEvery }
    const made = await tx.create(policy, { ...copy, edition: row.edition + 1, basedOn: row.id })
    return { id: made.id, number: made.number, edition: made.edition }
  },
})

/** The edition before it is read no more from then on; who signed that signs this. */
export async function takeEffect(tx: Tx, row: PolicyRow): Promise<void> {
  const before = await tx.db
    .selectFrom('policy')
    .select('id')
    .where('code', '=', row.code)
    .where('state', '=', 'effective')
    .orderBy('id')
    .execute()
  for (const { id } of before) await tx.act(policy, id, 'supersede')
  await tx.act(policy, row.id, 'take-effect')
  for (const one of before) await goOnWith(tx, one, row)
}

export const policyBehaviour = behave(policy, {
  derive: async (tx, steps) =>
    steps.map(({ before, after }) => {
      if (before?.state === 'in-review' && after.state === 'approved') return { digest: digestOfText(after) }
      const looked = before !== null && after.state === 'effective' && before.version < after.version
      return looked ? { reviewOn: dayAway(tx.today, after.reviewEvery) } : {}
    }),
  guards: {
    create,
    // Holds for the system too, which `access` lets through.
    update: async (tx, row) =>
      row.state === 'draft'
        ? sound(tx, row)
        : [fault('', 'not-a-draft', '只有草稿可以修改。', 'Only a draft can be changed.')],
    submit: sound,
    approve: sound,
  },
  effects: {
    async approve(tx, row) {
      if ((row.effectiveOn as string) <= tx.today) await takeEffect(tx.as('rulebook'), row)
    },
    withdraw: (tx, row) => closeOf(tx.as('rulebook'), row),
  },
  actions: { 'new-edition': newEdition },
  paper: policyPaper,
})
