import '../../server/tables.ts'
import { isDeepStrictEqual } from 'node:util'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { controlIdsIn } from '../../../rulebook/rulebook.api.ts'
import type { endings } from '../../risk-acceptance/acceptance.rules.ts'
import { riskAcceptance } from '../../risk-acceptance/risk-acceptance.record.ts'
import { matricesBy, matrixInForce } from '../../risk-matrix/server/in-force.ts'
import { risk } from '../risk.record.ts'
import { cellOf, levelsOf, ratingFaults, ratings, treatmentFaults } from '../risk.rules.ts'
import { acceptable } from './content.ts'

type Row = RowOf<typeof risk>

async function knownControls(tx: Tx, { controls }: Row): Promise<Fault[]> {
  const known = controls.length === 0 ? new Set() : await controlIdsIn(tx)
  return controls
    .filter((id) => !known.has(id))
    .map((id) => fault('controls', 'no-such-control', `没有控制项 ${id}。`, `There is no control ${id}.`))
}

async function rated(tx: Tx, row: Row): Promise<Fault[]> {
  const matrix = await matrixInForce(tx.db)
  if (matrix) return ratingFaults(matrix, row)
  return [
    fault('', 'no-matrix', '没有有效的风险矩阵。先批准一份。', 'No risk matrix is in force. Have one approved first.'),
  ]
}

const notPast = (tx: Tx, path: string, date: string | null): Fault[] =>
  date !== null && date < tx.today ? [fault(path, 'past', '日期须在今天或以后。', 'This must be today or later.')] : []

/** Whatever was or is to be accepted of it is no longer what it says. */
async function voidAcceptances(
  tx: Tx,
  row: Row,
  endedBecause: (typeof endings)[number],
  digest: string | null,
): Promise<void> {
  const open = await tx.db
    .selectFrom('riskAcceptance')
    .select(['id', 'digest'])
    .where('risk', '=', row.id)
    .where('state', 'in', ['requested', 'granted'])
    .execute()
  for (const one of open)
    if (one.digest !== digest) await tx.as('risk').act(riskAcceptance, one.id, 'void', { endedBecause })
}

const changed = (tx: Tx, row: Row) => voidAcceptances(tx, row, 'changed', acceptable(row).digest)

export const riskBehaviour = behave(risk, {
  async derive(tx, steps) {
    const inForce = steps.some(isRated) ? await matrixInForce(tx.db) : null
    const older = await matricesBy(tx.db, [...new Set(steps.flatMap(({ after }) => after.matrix ?? []))])
    return steps.map((step) => {
      const { before, after } = step
      const matrix = isRated(step) ? inForce : after.matrix ? (older.get(after.matrix) ?? null) : null
      // What was to be done is done.
      const { residualLikelihood: currentLikelihood, residualImpact: currentImpact } = after
      const done = before?.state === 'treating' && after.state === 'monitored' && { currentLikelihood, currentImpact }
      return { ...done, matrix: matrix?.id ?? null, ...levelsOf(matrix, { ...after, ...done }) }
    })
  },
  guards: {
    create: knownControls,
    update: knownControls,
    assess: rated,
    treat: async (tx, row) => [...treatmentFaults(row), ...notPast(tx, 'dueOn', row.dueOn)],
    monitor: async (tx, row) => notPast(tx, 'reviewOn', row.reviewOn),
  },
  effects: {
    update: changed,
    treat: changed,
    monitor: changed,
    // Whoever rates it anew has looked at it anew: what was accepted before is over even where the figures are the same.
    async assess(tx, row) {
      await voidAcceptances(tx, row, 'reassessed', null)
      // The same figures by another matrix.
      const matrix = (await matrixInForce(tx.db))?.id ?? null
      if (row.matrix !== matrix) await tx.as('risk').update(risk, row.id, { matrix })
    },
    close: (tx, row) => voidAcceptances(tx, row, 'closed', null),
  },
})

const isRated = ({ before, after }: Step<typeof risk>): boolean =>
  before !== null && ratings.some((one) => !isDeepStrictEqual(cellOf(before, one), cellOf(after, one)))
