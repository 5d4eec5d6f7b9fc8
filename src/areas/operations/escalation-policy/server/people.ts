import type { Engine } from '../../../../platform/engine.ts'
import { onDutyFor } from '../../server/on-duty.ts'
import type { Told } from '../escalation-policy.record.ts'

/** Everybody a step means at an instant, each once. Where no roster plans a post, whoever holds it is on duty for it. */
export async function peopleOf(engine: Engine, db: Engine['db'], who: readonly Told[], at: string): Promise<string[]> {
  const found: string[] = []
  for (const one of who) {
    const onDuty = one.is === 'on-duty' ? await onDutyFor(db, one.post, at) : null
    found.push(
      ...(onDuty ?? (await engine.directory.people(db, [one.is === 'on-duty' ? { is: 'post', id: one.post } : one]))),
    )
  }
  return [...new Set(found)].sort()
}
