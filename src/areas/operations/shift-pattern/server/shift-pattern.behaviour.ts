import { behave } from '../../../../platform/behaviour.ts'
import { patternFaults } from '../pattern.rules.ts'
import { shiftPattern } from '../shift-pattern.record.ts'

export const shiftPatternBehaviour = behave(shiftPattern, {
  guards: { create: async (_tx, row) => patternFaults(row), update: async (_tx, row) => patternFaults(row) },
})
