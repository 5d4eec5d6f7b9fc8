import { behave } from '../../../../platform/behaviour.ts'
import { fault } from '../../../../record/problem.ts'
import { reading } from '../reading.record.ts'
import '../../server/tables.ts'

export const readingBehaviour = behave(reading, {
  guards: {
    /** What is signed is what is in effect: between a new text and its readers being asked anew lies a moment. */
    async acknowledge(tx, { campaign, digest }) {
      const held = await tx.db
        .selectFrom('readingCampaign')
        .select('id')
        .where('id', '=', campaign)
        .where('state', '=', 'running')
        .where('digest', '=', digest)
        .executeTakeFirst()
      return held
        ? []
        : [fault('', 'not-in-effect', '该版次已不再要求签字。', 'This edition is no longer to be signed.')]
    },
  },
})
