import { behave } from '../../../../platform/behaviour.ts'
import { fault } from '../../../../record/problem.ts'
import { matrixInForce } from '../../risk-matrix/server/in-force.ts'
import { riskAssessment } from '../risk-assessment.record.ts'

export const riskAssessmentBehaviour = behave(riskAssessment, {
  derive: (tx, steps) =>
    Promise.all(
      steps.map(async ({ before, after }) =>
        after.state === 'approved' && before?.state !== 'approved'
          ? { matrix: (await matrixInForce(tx.db))?.id ?? null }
          : {},
      ),
    ),
  guards: {
    async submit(tx, { heldOn }) {
      return heldOn > tx.today
        ? [fault('heldOn', 'future', '评估日期不能在将来。', 'It cannot have been held in the future.')]
        : []
    },
  },
})
