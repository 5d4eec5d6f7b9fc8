import { behave } from '../../../../platform/behaviour.ts'
import { askClocksAgain } from '../../../../platform/clocks/again.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { target } from '../target.record.ts'
import { targetFaults } from '../target.rules.ts'

const sound = async ({ registry }: Tx, row: RowOf<typeof target>) => targetFaults(row, registry)

/** A changed target is a changed promise: every open clock is read anew. */
export const targetBehaviour = behave(target, {
  guards: { create: sound, update: sound, restore: sound },
  effects: { create: askClocksAgain, update: askClocksAgain, retire: askClocksAgain, restore: askClocksAgain },
})
