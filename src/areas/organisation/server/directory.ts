import { type RawBuilder, sql } from 'kysely'
import type { Register } from '../../../platform/engine.ts'
import type { PersonActor } from '../../../record/actor.ts'
import type { Who } from '../../../record/who.ts'
import { deputies } from '../delegation/server/deputies.ts'
import { person } from '../person/person.record.ts'
import { post } from '../post/post.record.ts'
import { role } from '../role/role.record.ts'
import './tables.ts'

type Found = Omit<PersonActor, 'kind' | 'via' | 'today'>

/** Who a person is now. Closed roles and posts no longer count, and whoever has left is nobody. */
export const directory: Register = {
  record: person,
  rests: [person.name, role.name, post.name],
  async actors(db, ids, via) {
    const { rows } = await sql<Found>`select p.id, p.name, p.team, p.department, p.lang,
        array(select code from role where id = any(p.roles) and state = 'active') as roles,
        array(select id from post where id = any(p.posts) and state = 'active') as posts,
        coalesce((select jsonb_agg(one) from role, jsonb_array_elements(role.grants) one
          where role.id = any(p.roles) and role.state = 'active'), '[]') as grants,
        array(with recursive below as (
          select id from department where id = p.department
          union select d.id from department d join below on d.parent = below.id
        ) select id from below) as departments
      from person p where p.id = any(${[...ids]}::uuid[]) and p.state = 'active'`.execute(db)
    return rows.map((found) => ({ kind: 'person', ...found, via }))
  },
  async people(db, who) {
    if (who.length === 0) return []
    const { rows } = await sql<{ id: string }>`select p.id from person p
      where p.state = 'active' and (${sql.join(who.map(isOne), sql` or `)})`.execute(db)
    return rows.map(({ id }) => id)
  },
  deputies,
  async personBy(db, field, value) {
    const column = field === 'email' ? sql`lower(email)` : sql`employee_no`
    const wanted = field === 'email' ? value.toLowerCase() : value
    const { rows } = await sql<{ id: string }>`select id from person
      where state = 'active' and ${column} = ${wanted} limit 2`.execute(db)
    return rows.length === 1 ? (rows[0]?.id ?? null) : null
  },
  async wantsSecondFactor(db, id) {
    const { rows } = await sql`select from person p join role r on r.id = any(p.roles)
      where p.id = ${id} and r.state = 'active' and r.second_factor limit 1`.execute(db)
    return rows.length > 0
  },
}

/** Is the person `p` meant? */
function isOne(who: Who): RawBuilder<boolean> {
  switch (who.is) {
    case 'person':
      return sql`p.id = ${who.id}`
    case 'role':
      return sql`p.roles && array(select id from role where code = ${who.code} and state = 'active')`
    case 'post':
      return sql`p.posts && array(select id from post where id = ${who.id} and state = 'active')`
    case 'team':
      return sql`p.team = ${who.id}`
    case 'department':
      return sql`p.department = ${who.id}`
    case 'head':
      return sql`p.id = (select head from department where id = ${who.department})`
  }
}
