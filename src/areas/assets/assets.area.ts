import type { Area } from '../../record/registry.ts'
import { allocation } from './allocation/allocation.record.ts'
import { allocationWords } from './allocation/allocation.words.ts'
import { asset } from './asset/asset.record.ts'
import { assetWords } from './asset/asset.words.ts'
import { assetCategory } from './asset-category/asset-category.record.ts'
import { assetCategoryWords } from './asset-category/asset-category.words.ts'
import { assetModel } from './asset-model/asset-model.record.ts'
import { assetModelWords } from './asset-model/asset-model.words.ts'
import { assetRelation } from './asset-relation/asset-relation.record.ts'
import { assetRelationWords } from './asset-relation/asset-relation.words.ts'
import { budget } from './budget/budget.record.ts'
import { budgetWords } from './budget/budget.words.ts'
import { contract } from './contract/contract.record.ts'
import { contractWords } from './contract/contract.words.ts'
import { discovery } from './discovery/discovery.record.ts'
import { discoveryWords } from './discovery/discovery.words.ts'
import { discoveryDifference } from './discovery-difference/discovery-difference.record.ts'
import { discoveryDifferenceWords } from './discovery-difference/discovery-difference.words.ts'
import { entitlement } from './entitlement/entitlement.record.ts'
import { entitlementWords } from './entitlement/entitlement.words.ts'
import { handover } from './handover/handover.record.ts'
import { handoverWords } from './handover/handover.words.ts'
import { installation } from './installation/installation.record.ts'
import { installationWords } from './installation/installation.words.ts'
import { invoice } from './invoice/invoice.record.ts'
import { invoiceWords } from './invoice/invoice.words.ts'
import { licence } from './licence/licence.record.ts'
import { licenceWords } from './licence/licence.words.ts'
import { loan } from './loan/loan.record.ts'
import { loanWords } from './loan/loan.words.ts'
import { location } from './location/location.record.ts'
import { locationWords } from './location/location.words.ts'
import { purchase } from './purchase/purchase.record.ts'
import { purchaseWords } from './purchase/purchase.words.ts'
import { receipt } from './receipt/receipt.record.ts'
import { receiptWords } from './receipt/receipt.words.ts'
import { snmpTarget } from './snmp-target/snmp-target.record.ts'
import { snmpTargetWords } from './snmp-target/snmp-target.words.ts'
import { software } from './software/software.record.ts'
import { softwareWords } from './software/software.words.ts'
import { stocktake } from './stocktake/stocktake.record.ts'
import { stocktakeWords } from './stocktake/stocktake.words.ts'
import { stocktakeCount } from './stocktake-count/stocktake-count.record.ts'
import { stocktakeCountWords } from './stocktake-count/stocktake-count.words.ts'
import { stocktakeDifference } from './stocktake-difference/stocktake-difference.record.ts'
import { stocktakeDifferenceWords } from './stocktake-difference/stocktake-difference.words.ts'
import { supplier } from './supplier/supplier.record.ts'
import { supplierWords } from './supplier/supplier.words.ts'

/** What the firm owns or answers for, from purchase to disposal. */
export const assets: Area = {
  code: 'assets',
  words: ['资产', 'Assets'],
  records: [
    { record: asset, words: assetWords },
    { record: supplier, words: supplierWords },
    { record: contract, words: contractWords },
    { record: licence, words: licenceWords },
    { record: entitlement, words: entitlementWords },
    { record: allocation, words: allocationWords },
    { record: stocktake, words: stocktakeWords },
    { record: stocktakeDifference, words: stocktakeDifferenceWords },
    { record: stocktakeCount, words: stocktakeCountWords },
    { record: location, words: locationWords },
    { record: assetCategory, words: assetCategoryWords },
    { record: assetModel, words: assetModelWords },
    { record: assetRelation, words: assetRelationWords },
    { record: purchase, words: purchaseWords },
    { record: receipt, words: receiptWords },
    { record: invoice, words: invoiceWords },
    { record: budget, words: budgetWords },
    { record: handover, words: handoverWords },
    { record: loan, words: loanWords },
    { record: software, words: softwareWords },
    { record: installation, words: installationWords },
    { record: discovery, words: discoveryWords },
    { record: discoveryDifference, words: discoveryDifferenceWords },
    { record: snmpTarget, words: snmpTargetWords },
  ],
}
