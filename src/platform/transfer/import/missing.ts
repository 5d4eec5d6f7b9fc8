import { sql } from 'kysely'
import type { PersonActor } from '../../../record/actor.ts'
import { type AnyRecord, fieldsOfRecord, tableOf } from '../../../record/record.ts'
import { snake } from '../../db/columns.ts'
import type { Engine } from '../../engine.ts'
import { condition } from '../../read/filter.ts'
import type { Missing } from './import.ts'
import type { Proposed } from './importing.ts'
import { likeness } from './like.ts'
import type { Planner } from './plan.ts'
import { mostlyBeside, type Unknown, type UnknownNames } from './unknown.ts'

/** More than these nobody looks through; the rest comes with the next check. */
const mostShown = 500
const mostCompared = 3_000
const least = 0.45

/** What the names that nobody knows would be made of, and what there is that is called alike; those that others rest on first. */
export async function missingNames({ engine, person, links, unknown: names }: Planner): Promise<Missing[]> {
  const missing: Missing[] = []
  for (const [name, unknown] of byRecord(names)) {
    const { record } = engine.registry.get(name)
    const proposed = new Map<string, { values: Proposed['values']; rows: number }>()
    for (const one of unknown) {
      const all = engine.behaviourOf(record).importing?.propose?.(one.text, mostlyBeside(one)) ?? [
        bare(record, one.text),
      ]
      for (const { text, values } of all) {
        const before = proposed.get(text)
        proposed.set(text, { values, rows: (before?.rows ?? 0) + one.rows })
      }
    }
    const known = await labelsOf(engine, record, person)
    // What they rest on may be there already.
    await links.load(engine.db, new Map([[name, new Set(proposed.keys())]]))
    const fresh = [...proposed].filter(([text]) => 'wrong' in links.get(name, text))
    for (const [text, { values, rows }] of fresh.slice(0, mostShown))
      missing.push({ record: name, text, rows, values, like: alike(values[record.label] ?? text, known) })
  }
  return missing
}

/** Its name, and the same for whatever no two may share. */
const bare = (record: AnyRecord, text: string): Proposed => {
  const codes = fieldsOfRecord(record).filter(
    ([, { kind, unique, optional, by, max = 200 }]) =>
      kind === 'text' && unique && !optional && by !== 'system' && text.length <= max,
  )
  return {
    text,
    values: Object.fromEntries([record.label, ...codes.map(([name]) => name)].map((name) => [name, text])),
  }
}

/** The records that others are proposed with come before them: a category before its models. */
function byRecord(names: UnknownNames): [string, Unknown[]][] {
  const grouped = new Map<string, Unknown[]>()
  for (const one of names.values()) grouped.set(one.record, [...(grouped.get(one.record) ?? []), one])
  return [...grouped]
}

interface Known {
  readonly id: string
  readonly number: string
  readonly label: string
}

async function labelsOf(engine: Engine, record: AnyRecord, person: PersonActor): Promise<Known[]> {
  const { rows } = await sql<Known>`select id, number, ${sql.ref(snake(record.label))}::text as label
    from ${sql.table(tableOf(record))} where ${sql.ref(snake(record.label))} is not null
      and ${condition(record, record.access.read, person)} order by id desc limit ${mostCompared}`.execute(
    engine.db.withoutPlugins(),
  )
  return rows
}

const alike = (text: string, known: readonly Known[]): Known[] =>
  known
    .map((one) => ({ one, like: likeness(text, one.label) }))
    .filter(({ like }) => like >= least)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map(({ one }) => one)
