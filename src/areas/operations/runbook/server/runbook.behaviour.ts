import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, Refusal } from '../../../../record/problem.ts'
import { everyone, role } from '../../../../record/rule.ts'
import { declarationFaults, namingFaults, wantsSomebody } from '../given.rules.ts'
import { runbook } from '../runbook.record.ts'
import { checkSteps } from '../runbook.rules.ts'
import { loadFacts } from './facts.ts'
import { type RunbookRow, stepsOf } from './steps.ts'

/** Everything that keeps the runbook from being carried out as it stands. */
export async function faultsOf(tx: Tx, row: RunbookRow): Promise<readonly Fault[]> {
  const { steps, faults, parameters } = await stepsOf(tx.db, row)
  const facts = await loadFacts(tx.db, tx.tradingDay() ?? tx.now.slice(0, 10))
  const anchor = row.dueAnchor && !facts.sessions.has(row.dueAnchor.session)
  return [
    ...faults,
    ...declarationFaults(row.parameters, { components: new Set(facts.components.keys()), open: false }),
    ...namingFaults(row.steps, row.parameters),
    ...(row.startBy === 'clock' && row.schedule === 'each-trading-day' ? parameters.filter(wantsSomebody) : []).map(
      ({ name: [zh, en] }) =>
        fault(
          'startBy',
          'nobody-to-ask',
          `到时自动开始的流程无人可问:参数「${zh}」须有默认值或改为选填。`,
          `The clock cannot be asked: the parameter ${en} needs a default, or must not be required.`,
        ),
    ),
    // Of the runbook's own steps where it has any: what they stand for was checked when that was approved.
    ...(row.mirrors === null ? checkSteps(row.steps, facts) : faults.length > 0 ? [] : checkSteps(steps, facts)),
    ...(row.schedule === 'each-trading-day' && !row.dueAnchor
      ? [
          fault(
            'dueAnchor',
            'required',
            '每个交易日执行的流程须写明应开始时间。',
            'A runbook of each trading day must say when it is due.',
          ),
        ]
      : []),
    ...(anchor
      ? [
          fault(
            'dueAnchor.session',
            'unknown-session',
            '交易日历中没有该时段。',
            'The trading calendar has no such session.',
          ),
        ]
      : []),
  ]
}

const newEdition = action(runbook, {
  allow: role('engineer', 'manager'),
  summary: 'Copy an effective edition to a draft of the next one',
  input: z.strictObject({}),
  output: z.object({ id: z.uuid(), number: z.string(), edition: z.int() }),
  async run(tx, row) {
    if (row.state !== 'effective')
      throw new Refusal('wrong-state', [
        '只能以生效的版次为基础。',
        'Only an effective edition can be the base of a new one.',
      ])
    const { code, title, titleEn, kind, purpose, steps, parameters, mirrors, schedule, startBy, dueAnchor } = row
    const copy = { code, title, titleEn, kind, purpose, steps, parameters, mirrors, schedule, startBy, dueAnchor }
    const draft = await tx.create(runbook, { ...copy, edition: row.edition + 1, basedOn: row.id })
    return { id: draft.id, number: draft.number, edition: draft.edition }
  },
})

const check = action(runbook, {
  allow: everyone,
  summary: 'Every fault that would keep the runbook from being carried out now',
  input: z.strictObject({}),
  output: z.object({
    faults: z.array(
      z.object({ path: z.string(), code: z.string(), text: z.tuple([z.string(), z.string()]).readonly() }),
    ),
  }),
  run: async (tx, row) => ({ faults: [...(await faultsOf(tx, row))] }),
})

export const runbookBehaviour = behave(runbook, {
  guards: {
    async create(tx, row) {
      const family = await tx.db
        .selectFrom('runbook')
        .select(['id', 'number', 'state', 'edition'])
        .where('code', '=', row.code)
        .orderBy('edition', 'desc')
        .execute()
      const open = family.find(({ state }) => state === 'draft' || state === 'in-review')
      const holder = open ?? (row.edition === 1 ? family[0] : undefined)
      if (!holder) return []
      const text = open
        ? (['该流程已有一份未生效的版次。', 'An edition of this runbook is already being prepared.'] as const)
        : ([
            '该代码已有流程;请以生效版次为基础新建版次。',
            'The code is taken: make a new edition of the effective one.',
          ] as const)
      const { id, number } = holder
      throw new Refusal('duplicate', text, [{ path: 'code', code: 'duplicate', text }], {
        holder: { id, number, path: `/api/runbooks/${id}` },
      })
    },
    // Holds for the system too, which `access` lets through.
    update: async (_tx, row) =>
      row.state === 'draft' ? [] : [fault('', 'not-a-draft', '只有草稿可以修改。', 'Only a draft can be changed.')],
    submit: faultsOf,
    approve: faultsOf,
  },
  effects: {
    async approve(tx, row) {
      const before = await tx.db
        .selectFrom('runbook')
        .select('id')
        .where('code', '=', row.code)
        .where('state', '=', 'effective')
        .where('id', '<>', row.id)
        .execute()
      for (const { id } of before) await tx.as('runbook').act(runbook, id, 'supersede')
    },
  },
  actions: { 'new-edition': newEdition, check },
})
