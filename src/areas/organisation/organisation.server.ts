import type { AreaServer } from '../../platform/area.ts'
import { departmentBehaviour } from './department/server/department.behaviour.ts'
import { personBehaviour } from './person/server/person.behaviour.ts'
import { accountsOfPerson } from './person/server/person.queries.ts'
import { roleBehaviour } from './role/server/role.behaviour.ts'

export const organisationServer: AreaServer = {
  code: 'organisation',
  behaviours: [departmentBehaviour, personBehaviour, roleBehaviour],
  queries: [accountsOfPerson],
}
