import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { everyone, role } from '../../../../record/rule.ts'
import { offering } from '../offering.record.ts'
import { checkOffering } from '../offering.rules.ts'
import { promise, promiseFaults } from './promise.ts'

type Row = RowOf<typeof offering>

/** Everything that keeps the offering from being ordered as it stands. */
const faultsOf = async (tx: Tx, row: Row): Promise<readonly Fault[]> => [
  ...checkOffering(row),
  ...(await unknownTeams(tx, row)),
  ...(await promiseFaults(tx, row)),
]

async function unknownTeams(tx: Tx, { tasks }: Row): Promise<Fault[]> {
  const wanted = [...new Set(tasks.flatMap(({ team }) => team ?? []))]
  if (wanted.length === 0) return []
  const found = await tx.db.selectFrom('team').select('id').where('id', 'in', wanted).execute()
  const there = new Set(found.map(({ id }) => id))
  return tasks.flatMap(({ team }, n) =>
    team && !there.has(team)
      ? [fault(`tasks.${n}.team`, 'no-such-record', '所选的团队不存在。', 'The chosen team does not exist.')]
      : [],
  )
}

const newEdition = action(offering, {
  allow: role('engineer', 'manager'),
  summary: 'Copy a published edition to a draft of the next one',
  input: z.strictObject({}),
  output: z.object({ id: z.uuid(), number: z.string(), edition: z.int() }),
  async run(tx, row) {
    if (row.state !== 'published')
      throw new Refusal('wrong-state', [
        '只能以已发布的版次为基础。',
        'Only a published edition can be the base of a new one.',
      ])
    const { code, title, titleEn, summary, summaryEn, service, forWhom, form, approval, tasks } = row
    const { responseMinutes, fulfilMinutes, cost } = row
    const words = { code, title, titleEn, summary, summaryEn, service, forWhom }
    const work = { form, approval, tasks, responseMinutes, fulfilMinutes, cost }
    const draft = await tx.create(offering, { ...words, ...work, edition: row.edition + 1, basedOn: row.id })
    return { id: draft.id, number: draft.number, edition: draft.edition }
  },
})

const check = action(offering, {
  allow: everyone,
  summary: 'Every fault that would keep the offering from being ordered as it stands',
  input: z.strictObject({}),
  output: z.object({
    faults: z.array(
      z.object({ path: z.string(), code: z.string(), text: z.tuple([z.string(), z.string()]).readonly() }),
    ),
  }),
  run: async (tx, row) => ({ faults: [...(await faultsOf(tx, row))] }),
})

/** Whose service it is decides who may publish it. */
async function keepOwner(tx: Tx, row: Row): Promise<void> {
  const { owner } = await tx.db
    .selectFrom('service')
    .select('owner')
    .where('id', '=', row.service)
    .executeTakeFirstOrThrow()
  await tx.as('catalogue').update(offering, row.id, { owner })
}

export const offeringBehaviour = behave(offering, {
  guards: {
    async create(tx, row) {
      const family = await tx.db
        .selectFrom('offering')
        .select(['id', 'number', 'state', 'edition'])
        .where('code', '=', row.code)
        .orderBy('edition', 'desc')
        .execute()
      const open = family.find(({ state }) => state === 'draft' || state === 'in-review')
      const holder = open ?? (row.edition === 1 ? family[0] : undefined)
      if (!holder) return []
      const text = open
        ? (['该服务项目已有一份未发布的版次。', 'An edition of this offering is already being prepared.'] as const)
        : ([
            '该代码已有服务项目;请以已发布的版次为基础新建版次。',
            'The code is taken: make a new edition of the published one.',
          ] as const)
      const { id, number } = holder
      throw new Refusal('duplicate', text, [{ path: 'code', code: 'duplicate', text }], {
        holder: { id, number, path: `/api/offerings/${id}` },
      })
    },
    // Holds for the system too, which `access` lets through.
    update: async (_tx, row) =>
      row.state === 'draft' ? [] : [fault('', 'not-a-draft', '只有草稿可以修改。', 'Only a draft can be changed.')],
    submit: faultsOf,
    publish: faultsOf,
  },
  effects: {
    create: keepOwner,
    async update(tx, row, before) {
      if (row.service !== before?.service) await keepOwner(tx, row)
    },
    async publish(tx, row) {
      const before = await tx.db
        .selectFrom('offering')
        .select('id')
        .where('code', '=', row.code)
        .where('state', '=', 'published')
        .where('id', '<>', row.id)
        .orderBy('id')
        .execute()
      for (const { id } of before) await tx.as('catalogue').act(offering, id, 'supersede')
      await promise(tx, row)
    },
  },
  actions: { 'new-edition': newEdition, check },
})
