import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../record/actor.ts'
import type { AnyRecord } from '../../record/record.ts'
import { narrow, type RowRule, type Rule } from '../../record/rule.ts'
import { snake } from '../db/columns.ts'

/**
 * The rule as SQL over the record's own columns: `null` when every row passes, `false` when none does.
 * It is built from what `narrow` leaves, as `holds` is.
 */
export function filterFor(record: AnyRecord, rule: Rule, actor: Actor): RawBuilder<boolean> | null | false {
  if (actor.kind === 'system') return null
  const narrowed = narrow(rule, actor)
  if (typeof narrowed === 'boolean') return narrowed ? null : false
  return toSql(record, narrowed)
}

/** The same, as a condition that always stands in a `where`. */
export function condition(record: AnyRecord, rule: Rule, actor: Actor): RawBuilder<boolean> {
  const filter = filterFor(record, rule, actor)
  return filter === null ? sql<boolean>`true` : filter === false ? sql<boolean>`false` : filter
}

function toSql(record: AnyRecord, rule: RowRule): RawBuilder<boolean> {
  switch (rule.is) {
    case 'field': {
      const column = sql.ref(snake(rule.field))
      if (record.fields[rule.field]?.kind === 'links') return sql`coalesce(${column} && ${rule.among}::uuid[], false)`
      const isText = rule.field === 'state' || record.fields[rule.field]?.kind === 'choice'
      const type = isText ? sql`text[]` : sql`uuid[]`
      return sql`coalesce(${column} = any(${rule.among}::${type}), false)`
    }
    case 'begun':
      return sql`coalesce(${sql.ref(snake(rule.field))} <= ${rule.today}::date, true)`
    case 'lasting':
      return sql`coalesce(${sql.ref(snake(rule.field))} >= ${rule.today}::date, true)`
    case 'not':
      return sql`not (${toSql(record, rule.of)})`
    case 'any':
    case 'all':
      return sql`(${sql.join(
        rule.of.map((part) => toSql(record, part)),
        rule.is === 'any' ? sql` or ` : sql` and `,
      )})`
  }
}
