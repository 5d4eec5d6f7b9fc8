import type { AreaPart } from '../../../platform/area.ts'
import { allocationBehaviour, hearDisposed } from '../allocation/server/allocation.behaviour.ts'
import { contractBehaviour } from '../contract/server/contract.behaviour.ts'
import { keepContracts, keepContractsCrontab } from '../contract/server/course.task.ts'
import { entitlementBehaviour } from '../entitlement/server/entitlement.behaviour.ts'
import { renewalWarnings } from '../renewal/renewal.settings.ts'
import { renewals } from '../renewal/server/renewals.query.ts'
import { supplierBehaviour } from '../supplier/server/supplier.behaviour.ts'
import { keepLicences, keepLicencesCrontab } from './server/keep.task.ts'
import { licenceBehaviour } from './server/licence.behaviour.ts'
import { licencePosition } from './server/position.beside.ts'

/** Suppliers, contracts and licences, as the area's server takes them in. */
export const licencesServer: AreaPart = {
  behaviours: [supplierBehaviour, contractBehaviour, licenceBehaviour, entitlementBehaviour, allocationBehaviour],
  queries: [renewals],
  besides: [licencePosition],
  follows: [hearDisposed],
  tasks: { 'keep-contracts': keepContracts, 'keep-licences': keepLicences },
  crontab: [keepContractsCrontab, keepLicencesCrontab],
  settings: [renewalWarnings],
}
