import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { Grant } from '../../../../record/grant.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import { role } from '../role.record.ts'

/** A grant that names what there is not would be kept and do nothing: it is refused. */
const grantsHold = async (tx: Tx, { grants }: { grants: readonly Grant[] }): Promise<Fault[]> =>
  grants.flatMap(({ record: name, acts }, at) => {
    const entry = tx.registry.all.find(({ record }) => record.name === name)
    if (!entry)
      return [
        fault(`grants.${at}.record`, 'no-such-record', `没有「${name}」这类记录。`, `There is no record ${name}.`),
      ]
    const possible = ['read', 'create', 'update', ...tx.verbsOf(entry.record)]
    return acts.flatMap((act, n) =>
      possible.includes(act)
        ? []
        : [fault(`grants.${at}.acts.${n}`, 'unknown-verb', `没有「${act}」这个动作。`, `There is no verb ${act}.`)],
    )
  })

export const roleBehaviour = behave(role, { guards: { create: grantsHold, update: grantsHold } })
