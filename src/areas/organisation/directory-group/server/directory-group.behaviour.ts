import { behave } from '../../../../platform/behaviour.ts'
import '../../server/tables.ts'
import { directoryGroup, meansSomething } from '../directory-group.record.ts'

export const directoryGroupBehaviour = behave(directoryGroup, {
  guards: {
    create: async (_tx, row) => meansSomething(row),
    update: async (_tx, row) => meansSomething(row),
  },
})
