import type { RowOf } from '../../../record/record.ts'
import type { allocation } from '../allocation/allocation.record.ts'
import type { asset } from '../asset/asset.record.ts'
import type { assetCategory } from '../asset-category/asset-category.record.ts'
import type { assetModel } from '../asset-model/asset-model.record.ts'
import type { assetRelation } from '../asset-relation/asset-relation.record.ts'
import type { budget } from '../budget/budget.record.ts'
import type { contract } from '../contract/contract.record.ts'
import type { destruction } from '../destruction/destruction.record.ts'
import type { discovery } from '../discovery/discovery.record.ts'
import type { discoveryDifference } from '../discovery-difference/discovery-difference.record.ts'
import type { disposal } from '../disposal/disposal.record.ts'
import type { entitlement } from '../entitlement/entitlement.record.ts'
import type { handover } from '../handover/handover.record.ts'
import type { installation } from '../installation/installation.record.ts'
import type { invoice } from '../invoice/invoice.record.ts'
import type { licence } from '../licence/licence.record.ts'
import type { loan } from '../loan/loan.record.ts'
import type { location } from '../location/location.record.ts'
import type { maintenanceOrder } from '../maintenance-order/maintenance-order.record.ts'
import type { maintenancePlan } from '../maintenance-plan/maintenance-plan.record.ts'
import type { purchase } from '../purchase/purchase.record.ts'
import type { receipt } from '../receipt/receipt.record.ts'
import type { ResourceFigureTable } from '../resource/server/figures.ts'
import type { snmpTarget } from '../snmp-target/snmp-target.record.ts'
import type { software } from '../software/software.record.ts'
import type { stocktake } from '../stocktake/stocktake.record.ts'
import type { stocktakeCount } from '../stocktake-count/stocktake-count.record.ts'
import type { stocktakeDifference } from '../stocktake-difference/stocktake-difference.record.ts'
import type { supplier } from '../supplier/supplier.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    allocation: RowOf<typeof allocation> & Hidden
    asset: RowOf<typeof asset> & Hidden
    assetCategory: RowOf<typeof assetCategory> & Hidden
    assetModel: RowOf<typeof assetModel> & Hidden
    assetRelation: RowOf<typeof assetRelation> & Hidden
    budget: RowOf<typeof budget> & Hidden
    contract: RowOf<typeof contract> & Hidden
    destruction: RowOf<typeof destruction> & Hidden
    discovery: RowOf<typeof discovery> & Hidden
    discoveryDifference: RowOf<typeof discoveryDifference> & Hidden
    disposal: RowOf<typeof disposal> & Hidden
    entitlement: RowOf<typeof entitlement> & Hidden
    handover: RowOf<typeof handover> & Hidden
    installation: RowOf<typeof installation> & Hidden
    invoice: RowOf<typeof invoice> & Hidden
    licence: RowOf<typeof licence> & Hidden
    loan: RowOf<typeof loan> & Hidden
    location: RowOf<typeof location> & Hidden
    maintenanceOrder: RowOf<typeof maintenanceOrder> & Hidden
    maintenancePlan: RowOf<typeof maintenancePlan> & Hidden
    purchase: RowOf<typeof purchase> & Hidden
    receipt: RowOf<typeof receipt> & Hidden
    snmpTarget: RowOf<typeof snmpTarget> & Hidden
    resourceFigure: ResourceFigureTable
    software: RowOf<typeof software> & Hidden
    stocktake: RowOf<typeof stocktake> & Hidden
    stocktakeCount: RowOf<typeof stocktakeCount> & Hidden
    stocktakeDifference: RowOf<typeof stocktakeDifference> & Hidden
    supplier: RowOf<typeof supplier> & Hidden
  }
}
