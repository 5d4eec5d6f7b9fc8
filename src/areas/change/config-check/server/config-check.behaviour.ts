import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault } from '../../../../record/problem.ts'
import { configChecklist } from '../../config-checklist/config-checklist.record.ts'
import { configCheck } from '../config-check.record.ts'
import { driftIsOver } from './alarm.ts'
import { askForCheck, type Check } from './ask.ts'

export const configCheckBehaviour = behave(configCheck, {
  guards: { 'ask-baseline': onlyTheNewest, 'sign-baseline': onlyTheNewest },
  effects: {
    /** What was a finding is right from now on; items that were held against the baseline alone are judged by it. */
    async 'sign-baseline'(tx, row) {
      await driftIsOver(tx, row, [
        `已签署为基线:${row.baselineReason}`,
        `Signed as the baseline: ${row.baselineReason}`,
      ])
      await tx.as('configuration').update(configCheck, row.id, { driftSince: null })
      const checklist = await tx.lock(configChecklist, row.checklist)
      if (checklist.state === 'in-force') await askForCheck(tx, checklist, row.component, { why: 'hand' })
    },
  },
})

/** What was found since may be something else. */
async function onlyTheNewest(_tx: Tx, { newest }: Check) {
  return newest
    ? []
    : [
        fault(
          '',
          'not-newest',
          '之后已有新的核对,请以最新的为准。',
          'It has been checked since: take the newest check.',
        ),
      ]
}
