import { behave } from '../../../../platform/behaviour.ts'
import { pack } from '../pack.record.ts'
import { loadPoints } from './load.task.ts'

export const packBehaviour = behave(pack, {
  effects: { 'switch-on': (tx, row) => loadPoints(tx.as('rulebook'), row) },
})
