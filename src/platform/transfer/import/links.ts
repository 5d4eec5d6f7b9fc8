import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { PersonActor } from '../../../record/actor.ts'
import { fold } from '../../../record/fold.ts'
import { type AnyRecord, fieldsOfRecord, tableOf } from '../../../record/record.ts'
import { snake } from '../../db/columns.ts'
import type { Engine } from '../../engine.ts'
import { condition } from '../../read/filter.ts'
import type { Tables } from '../../tables.ts'
import type { Settings } from './import.ts'
import type { Wrong } from './value.ts'

/** What a text that names another record leads to: a record, on purpose nothing, or nothing that is known. */
export type Target = { readonly id: string | null } | { readonly wrong: Wrong }

/** Names of other records as a file writes them; each is looked up once per import. */
export interface Links {
  /** Looks up what is not known yet, all of a kind in one query. */
  load(db: Kysely<Tables>, wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<void>
  get(record: string, text: string): Target
  /** The one form of a name. */
  form(record: string, text: string): string
}

const number = /^([A-Z]+-\d{6}-\d{4,})(?:\s|$)/i

/**
 * A record is named by its number (`PER-202611-0003 李雷`: what follows is for people), by a value that no two have, or by its
 * name where only one has it; always among those the person may read.
 */
export function linksFor(engine: Engine, person: PersonActor, names: Settings['names'] = {}): Links {
  const form = (record: string, text: string) =>
    engine.behaviourOf(engine.registry.get(record).record).importing?.form?.(text) ?? text
  const keyOf = (record: string, text: string) => `${record} ${text}`
  const known = new Map<string, Target>(
    Object.entries(names).flatMap(([record, texts]) =>
      Object.entries(texts).map(([text, id]): [string, Target] => [keyOf(record, text), { id }]),
    ),
  )
  return {
    async load(db, wanted) {
      for (const [name, texts] of wanted) {
        const { record } = engine.registry.get(name)
        const formed = new Set([...texts].map((text) => form(name, text)))
        const fresh = [...formed].filter((text) => !known.has(keyOf(name, text)))
        if (fresh.length === 0) continue
        const found = await lookUp(db, record, person, fresh)
        for (const text of fresh) known.set(keyOf(name, text), found(text))
        const left = fresh.filter((text) => !('id' in (known.get(keyOf(name, text)) ?? {})))
        const others = left.length > 0 && (await engine.behaviourOf(record).importing?.find?.(db, left, person))
        for (const [text, id] of others || []) known.set(keyOf(name, text), { id })
      }
    },
    form,
    get: (record, text) => known.get(keyOf(record, form(record, text))) ?? notFound(text),
  }
}

async function lookUp(
  db: Kysely<Tables>,
  record: AnyRecord,
  person: PersonActor,
  texts: readonly string[],
): Promise<(text: string) => Target> {
  const uniques = fieldsOfRecord(record).flatMap(([name, { unique, kind }]) =>
    unique && kind === 'text' ? [name] : [],
  )
  const numbers = texts.flatMap((text) => number.exec(text)?.[1]?.toUpperCase() ?? [])
  const plain = [...new Set(texts.flatMap((text) => [text, fold(text)]))]
  const ways = [sql`number = any(${numbers}::text[])`]
  for (const name of new Set([...uniques, record.label]))
    ways.push(sql`${sql.ref(snake(name))} = any(${plain}::text[])`)
  const names = ['id', 'number', record.label, ...uniques]
  const columns = [...new Set(names)].map((name) => sql`${sql.ref(snake(name))}::text as ${sql.ref(name)}`)
  const { rows } = await sql<
    Record<string, string | null>
  >`select ${sql.join(columns)} from ${sql.table(tableOf(record))}
    where (${sql.join(ways, sql` or `)}) and ${condition(record, record.access.read, person)}`.execute(
    db.withoutPlugins(),
  )

  const by = new Map<string, Set<string>>()
  const note = (way: string, value: string | null | undefined, id: string) => {
    if (value == null) return
    const key = `${way} ${value}`
    by.set(key, (by.get(key) ?? new Set()).add(id))
  }
  for (const row of rows) {
    const id = row['id'] ?? ''
    note('number', row['number'], id)
    for (const name of uniques) note('unique', row[name], id)
    note('label', row[record.label], id)
  }
  return (text) => {
    const told = number.exec(text)?.[1]?.toUpperCase()
    for (const key of [
      told && `number ${told}`,
      `unique ${text}`,
      `unique ${fold(text)}`,
      `label ${text}`,
      `label ${fold(text)}`,
    ]) {
      const ids = key === undefined ? undefined : by.get(key)
      const [id] = ids ?? []
      if (id !== undefined) return ids?.size === 1 ? { id } : ambiguous(text)
    }
    return notFound(text)
  }
}

/** Of a name that leads to nothing: it may be made. */
export const missingCode = 'no-such-record'

const notFound = (text: string): Target => ({
  wrong: {
    code: missingCode,
    text: [
      `没有「${text}」这条记录。请写编号、代码或名称。`,
      `There is no record “${text}”. Give its number, code or name.`,
    ],
  },
})

const ambiguous = (text: string): Target => ({
  wrong: {
    code: 'ambiguous',
    text: [`「${text}」有不止一条,请写编号。`, `More than one is called “${text}”; give its number.`],
  },
})
