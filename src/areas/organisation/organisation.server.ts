import type { AreaServer } from '../../platform/area.ts'
import { delegationBehaviour } from './delegation/server/delegation.behaviour.ts'
import { departmentBehaviour } from './department/server/department.behaviour.ts'
import { directoryState, syncNow } from './directory/server/directory.queries.ts'
import { syncDirectory } from './directory/server/sync.ts'
import { directoryGroupBehaviour } from './directory-group/server/directory-group.behaviour.ts'
import { holdingsOf } from './person/server/holding.routes.ts'
import { leavers } from './person/server/leavers.query.ts'
import { personBehaviour } from './person/server/person.behaviour.ts'
import { accountsOfPerson } from './person/server/person.queries.ts'
import { roleBehaviour } from './role/server/role.behaviour.ts'

export const organisationServer: AreaServer = {
  code: 'organisation',
  behaviours: [delegationBehaviour, departmentBehaviour, directoryGroupBehaviour, personBehaviour, roleBehaviour],
  queries: [accountsOfPerson, directoryState, holdingsOf, leavers],
  commands: [syncNow],
  tasks: { 'sync-directory': async (engine) => void (await syncDirectory(engine)) },
  crontab: ['7 * * * * sync-directory'],
  works: [
    {
      kind: 'sync-directory',
      run: (engine, { id }, { confirmed }: { confirmed?: number }) => syncDirectory(engine, { by: id, confirmed }),
    },
  ],
}
