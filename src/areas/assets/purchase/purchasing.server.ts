import type { AreaPart } from '../../../platform/area.ts'
import { budgetBehaviour } from '../budget/server/budget.behaviour.ts'
import { budgetFigures } from '../budget/server/figures.query.ts'
import { invoiceBehaviour } from '../invoice/server/invoice.behaviour.ts'
import { receiptBehaviour } from '../receipt/server/receipt.behaviour.ts'
import { invoiceTolerance, quotesFrom, quotesWanted } from './purchase.settings.ts'
import { purchaseBehaviour } from './server/purchase.behaviour.ts'

/** Purchases from request to payment, and the budgets they are charged to. */
export const purchasingServer: AreaPart = {
  behaviours: [purchaseBehaviour, receiptBehaviour, invoiceBehaviour, budgetBehaviour],
  queries: [budgetFigures],
  settings: [quotesFrom, quotesWanted, invoiceTolerance],
}
