import { sql } from 'kysely'
import type { Directory } from '../../../platform/engine.ts'
import type { PersonActor } from '../../../record/actor.ts'
import { person } from '../person/person.record.ts'
import { post } from '../post/post.record.ts'
import { role } from '../role/role.record.ts'
import './tables.ts'

type Found = Omit<PersonActor, 'kind' | 'via'>

/** Who a person is now. Closed roles and posts no longer count, and whoever has left is nobody. */
export const directory: Directory = {
  record: person,
  rests: [person.name, role.name, post.name],
  async actor(db, id, via) {
    const { rows } = await sql<Found>`select p.id, p.name, p.team, p.department, p.lang,
        array(select code from role where id = any(p.roles) and state = 'active') as roles,
        array(select id from post where id = any(p.posts) and state = 'active') as posts
      from person p where p.id = ${id} and p.state = 'active'`.execute(db)
    return rows[0] ? { kind: 'person', ...rows[0], via } : null
  },
}
