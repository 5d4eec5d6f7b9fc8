import type { Control } from './control.rules.ts'

/** Where a control reads a kind of record, and as what. */
export interface Dependency {
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
