import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { addressFaults, bulletinFeed } from '../bulletin-feed.record.ts'

export const bulletinFeedBehaviour = behave(bulletinFeed, {
  guards: { create: async (_tx, row) => addressFaults(row), update: async (_tx, row) => addressFaults(row) },
})
