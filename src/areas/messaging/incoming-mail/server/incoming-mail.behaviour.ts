import { behave } from '../../../../platform/behaviour.ts'
import { incomingMail } from '../incoming-mail.record.ts'
import { queueTaking } from './keep.ts'

/** What was let through is taken up again. */
export const incomingMailBehaviour = behave(incomingMail, {
  effects: { release: (tx, { id }) => queueTaking(tx, id) },
})
