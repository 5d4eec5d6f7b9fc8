import { sql } from 'kysely'
import type { Actor } from '../../record/actor.ts'
import { Refusal } from '../../record/problem.ts'
import { type AnyRecord, tableOf } from '../../record/record.ts'
import { snake } from '../db/columns.ts'
import type { Engine } from '../engine.ts'
import { condition } from '../read/filter.ts'

interface PgError extends Error {
  code?: string
  table?: string
  constraint?: string
  detail?: string
}

/** What the database itself refuses, in the product's words; anything else is a bug and passes through. */
export async function refusalOf(engine: Engine, actor: Actor, error: unknown): Promise<unknown> {
  const { code, constraint = '' } = error as PgError
  if (code === '23505') return duplicate(engine, actor, error as PgError)
  if (code === '23P01') return new Refusal('duplicate', ['这个位置刚被占用。', 'It was taken a moment ago.'])
  if (code === '23514' && constraint.endsWith('_two_people')) {
    return new Refusal('same-person', ['经办与复核必须是两个人。', 'Maker and checker must be two people.'])
  }
  return error
}

/** A unique value is taken: says which field, and by whom when the actor may read the holder. */
async function duplicate(engine: Engine, actor: Actor, error: PgError): Promise<unknown> {
  const entry = engine.registry.all.find(({ record }) => tableOf(record) === error.table)
  if (!entry) return error
  const { record } = entry
  const name = uniqueField(record, error)
  const text = ['该值已被占用,不能重复。', 'The value is taken; it must be unique.'] as const
  if (!name) return new Refusal('duplicate', text)
  const value = /\)=\((.*)\)/s.exec(error.detail ?? '')?.[1]
  const { rows } = await sql<{ id: string; number: string }>`select id, number from ${sql.table(tableOf(record))}
    where ${sql.ref(snake(name))}::text = ${value ?? ''} and ${condition(record, record.access.read, actor)}`.execute(
    engine.db,
  )
  const holder = rows[0] && { ...rows[0], path: `/api/${record.plural}/${rows[0].id}` }
  return new Refusal('duplicate', text, [{ path: name, code: 'duplicate', text }], holder ? { holder } : {})
}

const uniqueField = (record: AnyRecord, error: PgError): string | undefined =>
  Object.keys(record.fields).find((name) => error.constraint === `${tableOf(record)}_${snake(name)}_unique`)
