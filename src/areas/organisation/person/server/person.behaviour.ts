import { disableAccounts } from '../../../../platform/auth/account.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { person } from '../person.record.ts'
import { handOver } from './holding.routes.ts'
import { heldBy } from './holding.ts'
import { giveAccount, linkFirmAccount } from './sign-in.actions.ts'

/**
 * Nobody is let go while something is in their hands. The directory's word is not held up: their accounts end at once, and what they
 * hold stands among the leavers until somebody sees to it.
 */
async function nothingHeld(tx: Tx, { id }: RowOf<typeof person>): Promise<Fault[]> {
  if (tx.actor.kind === 'system') return []
  return (await heldBy(tx, id)).map(({ record, field, count, items }) => {
    const { words } = tx.registry.get(record.name)
    const label = (words.fields as Readonly<Record<string, Words>>)[field] ?? [field, field]
    const named = items.slice(0, 3).map(({ number }) => number)
    return fault(
      '',
      'still-held',
      `${words.name[0]}(${label[0]})还有 ${count} 项未交接:${named.join('、')}${count > 3 ? ' 等' : ''}。`,
      `${words.name[1]} (${label[1]}): ${count} not handed over yet: ${named.join(', ')}${count > 3 ? ' …' : ''}.`,
    )
  })
}

export const personBehaviour = behave(person, {
  guards: { leave: nothingHeld },
  effects: { leave: (tx, row) => disableAccounts(tx, row.id) },
  actions: { 'give-account': giveAccount, 'link-firm-account': linkFirmAccount, 'hand-over': handOver },
})
