import { disableAccounts } from '../../../../platform/auth/account.ts'
import { behave } from '../../../../platform/behaviour.ts'
import { person } from '../person.record.ts'
import { giveAccount, linkFirmAccount } from './sign-in.actions.ts'

export const personBehaviour = behave(person, {
  effects: { leave: (tx, row) => disableAccounts(tx, row.id) },
  actions: { 'give-account': giveAccount, 'link-firm-account': linkFirmAccount },
})
