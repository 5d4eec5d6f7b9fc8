import '../../server/tables.ts'
import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, invalid, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { any, self } from '../../../../record/rule.ts'
import { keeper } from '../../keepers.rules.ts'
import type { Decision } from '../../stocktake-difference/decision.rules.ts'
import { stocktakeDifference } from '../../stocktake-difference/stocktake-difference.record.ts'
import { stocktake } from '../stocktake.record.ts'
import { carryOut } from './carry-out.ts'
import { keepCounted } from './counted.ts'
import { figuresOf, reportDigest } from './figures.ts'
import { freeze, tally } from './freeze.ts'
import { stocktakePaper } from './paper.ts'
import { receivedUntil, settle } from './settle.ts'

type Row = RowOf<typeof stocktake>

async function inOrder(_tx: Tx, { plannedOn, dueOn }: Row): Promise<Fault[]> {
  if (dueOn === null || dueOn >= plannedOn) return []
  return [fault('dueOn', 'order', '应完成日期早于计划日期。', 'It is due before it is planned.')]
}

async function allDecided(tx: Tx, { id }: Row): Promise<Fault[]> {
  const { n } = await tx.db
    .selectFrom('stocktakeDifference')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('stocktake', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  if (Number(n) === 0) return []
  return [fault('', 'undecided', `还有 ${n} 条差异没有处理。`, `${n} differences are not decided yet.`)]
}

const leads = any(keeper, self('leader'))

const counters = action(stocktake, {
  allow: leads,
  summary: 'Says anew who counts. Whoever has counted stays among them, and so never approves it.',
  input: z.strictObject({ counters: z.array(z.uuid()).min(1).max(200) }),
  output: z.object({ changed: z.boolean() }),
  async run(tx, row, input) {
    if (!['planned', 'counting', 'settling'].includes(row.state))
      throw new Refusal('wrong-state', ['清点已经结束。', 'Counting is over.'])
    const counted = await tx.db
      .selectFrom('stocktakeTally')
      .select('key')
      .where('stocktake', '=', row.id)
      .where('of', '=', 'counter')
      .execute()
    if (!counted.every(({ key }) => input.counters.includes(key)))
      throw invalid([
        fault('counters', 'has-counted', '已清点过的人不能移除。', 'Whoever has counted cannot be taken off.'),
      ])
    // The lead may do so while it is counted, when its other fields stand still.
    const after = await tx.as('stocktake').update(stocktake, row.id, { counters: [...new Set(input.counters)] })
    return { changed: after.version > row.version }
  },
})

const agreedReason = '清点结果与台账一致。'

const acceptProposals = action(stocktake, {
  allow: leads,
  summary: 'Decides all open differences as they are proposed; those without a proposal stay open.',
  input: z.strictObject({}),
  output: z.object({ decided: z.int(), open: z.int() }),
  async run(tx, { id }) {
    const open = await tx.db
      .selectFrom('stocktakeDifference')
      .select(['id', 'proposal'])
      .where('stocktake', '=', id)
      .where('state', '=', 'open')
      .orderBy('id')
      .execute()
    const proposed = open.filter((one): one is { id: string; proposal: Decision } => one.proposal !== null)
    for (const { id: difference, proposal } of proposed)
      await tx.act(stocktakeDifference, difference, 'decide', {
        decision: proposal,
        ...(proposal === 'leave' && { reason: agreedReason }),
      })
    return { decided: proposed.length, open: open.length - proposed.length }
  },
})

export const stocktakeBehaviour = behave(stocktake, {
  guards: { create: inOrder, update: inOrder, submit: allDecided },
  effects: {
    async start(tx, row) {
      const { expected, digest } = await freeze(tx.db, row.id, row)
      await tx.as('stocktake').update(stocktake, row.id, { expected, frozenDigest: digest })
    },
    async finish(tx, row) {
      const finishedAt = await receivedUntil(tx.db, row.id, tx.now)
      await settle(tx, row.id, row.leader, finishedAt)
      await tx.as('stocktake').update(stocktake, row.id, { finishedAt, figures: await figuresOf(tx.db, row.id) })
    },
    resume: (tx, { id }) => tally(tx.db, id),
    async approve(tx, row) {
      await carryOut(tx, row.id, row.number)
      await keepCounted(tx, row.id, row.number)
      const figures = await figuresOf(tx.db, row.id)
      const digest = await reportDigest(tx.db, row.id, row.frozenDigest ?? '', figures)
      await tx.as('stocktake').update(stocktake, row.id, { figures, reportDigest: digest })
    },
  },
  actions: { counters, 'accept-proposals': acceptProposals },
  paper: stocktakePaper,
})
