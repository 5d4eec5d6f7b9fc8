import { roles } from '../src/app/roles.data.ts'
import { person } from '../src/areas/organisation/person/person.record.ts'
import { role } from '../src/areas/organisation/role/role.record.ts'
import type { Engine } from '../src/platform/engine.ts'
import { asSystem, type PersonActor } from '../src/record/actor.ts'

/** A person with every role of the product, for a database that has nobody yet. */
export async function makeAnybody(engine: Engine, via: string): Promise<PersonActor> {
  const { id } = await engine.inTx(asSystem('bench'), async (tx) => {
    const held = []
    for (const one of roles) held.push((await tx.create(role, one)).id)
    return tx.create(person, { name: 'bench', employeeNo: 'BENCH', roles: held })
  })
  const actor = await engine.directory.actor(engine.db, id, via)
  if (!actor) throw new Error('The person who was just made is nobody')
  return actor
}
