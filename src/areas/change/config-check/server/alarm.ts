import type { Tx } from '../../../../platform/tx.ts'
import type { Words } from '../../../../record/words.ts'
import { raiseAlarm, resolveAlarm } from '../../../operations/operations.api.ts'
import { configCheck } from '../config-check.record.ts'
import { driftText } from '../judge.rules.ts'
import type { Check } from './ask.ts'

/** Key of the alarm that a component is not as a checklist asks. */
const driftKey = (checklist: string, component: string): string => `configuration:${checklist}:${component}`

/** A finding that stays until it is as it must be again, or two people have signed that it is right so. */
export async function tellDrift(tx: Tx, check: Check): Promise<void> {
  const [zh, en] = driftText(check.found)
  await raiseAlarm(tx, {
    key: driftKey(check.checklist, check.component),
    severity: 'warning',
    title: [`配置偏离:${check.title}。${zh}`.slice(0, 200), `Configuration drift: ${check.title}. ${en}`.slice(0, 200)],
    component: check.component,
    about: { record: 'config-check', id: check.id },
  })
}

export const driftIsOver = (tx: Tx, { checklist, component }: Pick<Check, 'checklist' | 'component'>, why: Words) =>
  resolveAlarm(tx, driftKey(checklist, component), why)

/** It is asked for no longer: it stands as it was found, and says nothing of now. */
export async function letGo(tx: Tx, check: Pick<Check, 'id' | 'checklist' | 'component'>): Promise<void> {
  await tx.as('configuration').update(configCheck, check.id, { newest: false })
  await driftIsOver(tx, check, ['不再核对该组件。', 'It is checked no longer.'])
}
