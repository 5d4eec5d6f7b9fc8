import { sql } from 'kysely'
import { expect } from 'vitest'
import { columnsOf, snake, toColumn } from '../../platform/db/columns.ts'
import { type AnyRecord, type AnyRow, type Transition, tableOf } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import { testPassword } from '../app.ts'
import { leastOf } from '../values.ts'
import type { RoleCode, World } from '../world.ts'

/** The record under contract, and the one row of it on which the contract is tried. */
export interface Subject {
  readonly world: World
  readonly record: AnyRecord
  readonly id: string
  /** The addresses of the list and of the row. */
  readonly base: string
  readonly at: string
  row(): Promise<AnyRow>
  mayRead(role: RoleCode, row: AnyRow): boolean
  /** Does the work and expects that no row and no entry of this record was written. */
  changesNothing(work: () => Promise<void>): Promise<void>
  /** Sets the row to what it was, in some state, as only the owner of the database can. */
  putBack(to: AnyRow, state: string): Promise<void>
  /** What a verb wants: its fields, and where it signs the version and a password, the true one when it will be looked at. */
  body(verb: string, version: number, signs: boolean): Promise<Record<string, unknown>>
}

export async function makeSubject(world: World, record: AnyRecord): Promise<Subject> {
  const { app } = world
  const table = tableOf(record)
  const base = `/api/${record.plural}`
  const id = await world.make(record)

  const written = () =>
    app.sql(
      `select (select count(*) from ${table}) as rows, (select sum(version + journal_n) from ${table}) as steps,
        (select count(*) from journal where record = $1) as entries`,
      [record.name],
    )

  return {
    world,
    record,
    id,
    base,
    at: `${base}/${id}`,
    async row() {
      const { rows } = await sql<AnyRow>`select ${sql.raw(columnsOf(record).select)} from ${sql.table(table)}
        where id = ${id}`.execute(app.engine.db)
      return rows[0] as AnyRow
    },
    mayRead: (role, row) => holds(record.access.read, world.people[role], row),
    async changesNothing(work) {
      const before = await written()
      await work()
      expect(await written()).toEqual(before)
    },
    async putBack(to, state) {
      if (record.appendOnly) return
      const values: Record<string, unknown> = { ...to, state, ...world.forState(record, state) }
      const names = columnsOf(record).names.filter((name) => name !== 'id')
      const set = names.map((name, i) => `"${snake(name)}" = $${i + 2}`).join(', ')
      await app.sql(`update ${table} set ${set} where id = $1`, [
        id,
        ...names.map((name) => toColumn(record, name, values[name])),
      ])
    },
    async body(verb, version, signs) {
      const { requires = [], sign } = record.transitions[verb] as Transition
      const wanted = (name: string) => ({ ...record.fields[name], by: 'person', optional: false, default: undefined })
      const fields = Object.fromEntries(requires.map((name) => [name, wanted(name)]))
      const values = await leastOf({ ...record, fields } as AnyRecord, ['person'], world.link)
      const password = signs ? testPassword : 'not looked at'
      return sign ? { ...values, version, signature: { password } } : values
    },
  }
}
