import type { WebPart } from '../../../../web/plugin.ts'
import { moneyReaders } from '../../keepers.rules.ts'
import { titles } from '../titles.words.ts'

const money = (field: string) => () => import('./MoneyShow.tsx').then((m) => m.moneyOf(field))

/** What purchases, their receipts and invoices, and budgets add to the web. */
export const purchasingWeb: WebPart = {
  routes: [
    {
      path: '/budget',
      title: titles.budget,
      allow: moneyReaders,
      load: () => import('../budget/BudgetPage.tsx').then((m) => m.BudgetPage),
    },
  ],
  recordPages: {
    purchase: { above: () => import('./AboutPurchase.tsx').then((m) => m.AboutPurchase) },
  },
  fieldShows: {
    purchase: {
      lines: () => import('./LinesShow.tsx').then((m) => m.LinesShow),
      quotes: () => import('./QuotesShow.tsx').then((m) => m.QuotesShow),
      total: money('total'),
      openAmount: money('openAmount'),
      received: () => import('./ReceivedShow.tsx').then((m) => m.ReceivedShow),
    },
    receipt: { amount: money('amount') },
    budget: { planned: money('planned') },
    invoice: {
      amount: money('amount'),
      differences: () => import('./DifferencesShow.tsx').then((m) => m.DifferencesShow),
    },
  },
  listColumns: {
    purchase: ['number', 'title', 'state', 'total', 'openAmount', 'supplier', 'department', 'requester', 'neededBy'],
    receipt: ['number', 'title', 'kind', 'receivedOn', 'amount', 'supplier', 'department', 'deliveryNote'],
    invoice: ['code', 'state', 'amount', 'purchase', 'supplier', 'invoicedOn', 'paidOn'],
    budget: ['name', 'state', 'year', 'department', 'category', 'planned'],
  },
  seldom: ['receipt', 'invoice', 'budget'],
  tones: {
    purchase: {
      state: { requested: 'late', received: 'kept', paid: 'kept', rejected: 'broken' },
      overdraws: { true: 'late' },
    },
    invoice: { state: { entered: 'late', matched: 'progress', paid: 'kept' } },
    budget: { state: { 'in-force': 'kept' } },
    receipt: { kind: { in: 'kept', return: 'late' }, state: { booked: 'kept' } },
  },
}
