import { behave } from '../../../../platform/behaviour.ts'
import { freezeFaults, freezeWindow } from '../freeze-window.record.ts'

export const freezeWindowBehaviour = behave(freezeWindow, {
  guards: { create: async (_tx, row) => freezeFaults(row), update: async (_tx, row) => freezeFaults(row) },
})
