import type { Follow, Written } from '../../../../platform/follow.ts'
import { controls } from '../catalogue.ts'
import type { Control } from '../control.rules.ts'
import { type Touch, touch } from './store.ts'

/** Where a control reads a kind of record, and as what. */
interface Dependency {
  readonly control: string
  readonly fields: ReadonlySet<string>
  readonly as: 'subject' | 'many' | 'one'
  /** The name of the relation, and the link that makes it. */
  readonly relation: string
  readonly via: string
}

/** By kind of record: what is judged again when one is written. It follows from what controls read, and from nothing else. */
export function dependenciesOf(all: readonly Control[]): ReadonlyMap<string, readonly Dependency[]> {
  const found = new Map<string, Dependency[]>()
  const add = (record: string, one: Dependency) => found.set(record, [...(found.get(record) ?? []), one])
  for (const { id: control, subject, with: relations } of all) {
    add(subject.record.name, { control, fields: new Set(subject.fields), as: 'subject', relation: '', via: 'id' })
    for (const [relation, { record, fields, via, many }] of Object.entries(relations)) {
      const seen = new Set(many ? [...fields, via] : fields)
      add(record.name, { control, fields: seen, as: many ? 'many' : 'one', relation, via })
    }
  }
  return found
}

const dependencies = dependenciesOf(controls)

/** Hears of every write and notes, in its transaction, which subjects of which controls it may have changed. */
export const hearChanges: Follow = async (tx, written) => {
  const touches = touchesOf(written, dependencies.get(written.record.name) ?? [])
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
