import type { Follow, Written } from '../../../../platform/follow.ts'
import type { Dependency } from '../dependencies.rules.ts'
import { catalogueOf } from './held.ts'
import { type Touch, touch } from './store.ts'

/** Hears of every write and notes, in its transaction, which subjects of which controls it may have changed. */
export const hearChanges: Follow = async (tx, written, engine) => {
  const touches = touchesOf(written, catalogueOf(engine).dependencies.get(written.record.name) ?? [])
  if (touches.length > 0) await touch(tx, touches)
}

export function touchesOf({ before, after, changes }: Written, all: readonly Dependency[]): Touch[] {
  const changed = Object.keys(changes)
  if (before !== null && changed.length === 0) return []
  return all.flatMap(({ control, fields, as, relation, via }): Touch[] => {
    const concerns =
      before === null || fields.has('updatedAt') || changed.some((name) => name === 'state' || fields.has(name))
    if (!concerns) return []
    if (as === 'subject') return [{ control, subject: after.id, through: null }]
    if (as === 'one') return before === null ? [] : [{ control, subject: after.id, through: relation }]
    const ids = [before?.[via], after[via]].flat(2).filter((id): id is string => typeof id === 'string')
    return [...new Set(ids)].map((subject) => ({ control, subject, through: null }))
  })
}
