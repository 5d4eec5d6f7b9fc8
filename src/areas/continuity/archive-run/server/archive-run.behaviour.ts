import '../../server/tables.ts'
import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import { hands } from '../../parties.rules.ts'
import { archiveRun } from '../archive-run.record.ts'
import { archiving } from './batch.ts'

export const archiveRunBehaviour = behave(archiveRun, {
  actions: {
    'ask-stop': action(archiveRun, {
      allow: hands,
      summary: 'Stops a run once the batch that is under way is over; what was moved stays moved.',
      input: z.strictObject({}),
      output: z.object({ stopAsked: z.boolean() }),
      async run(tx, { id, state }) {
        const system = tx.as(archiving.name)
        if (state === 'waiting') await system.act(archiveRun, id, 'stop', { endedAt: tx.now })
        if (state === 'running') await system.update(archiveRun, id, { stopAsked: true })
        return { stopAsked: state === 'waiting' || state === 'running' }
      },
    }),
  },
})
