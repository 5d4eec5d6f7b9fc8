import type { Engine } from '../../../../platform/engine.ts'
import type { Told } from '../escalation-policy.record.ts'

/**
 * Who is on duty for a post at an instant. Until a roster says who has which shift, whoever holds the post is on duty for
 * it at any time.
 */
const onDutyFor = (engine: Engine, db: Engine['db'], post: string, _at: string): Promise<string[]> =>
  engine.directory.people(db, [{ is: 'post', id: post }])

/** Everybody a step means at an instant, each once. */
export async function peopleOf(engine: Engine, db: Engine['db'], who: readonly Told[], at: string): Promise<string[]> {
  const named = who.filter((one) => one.is !== 'on-duty')
  const found = await engine.directory.people(db, named)
  for (const one of who) if (one.is === 'on-duty') found.push(...(await onDutyFor(engine, db, one.post, at)))
  return [...new Set(found)].sort()
}
