import { wordsFor } from '../../../record/record.ts'
import { entitlement } from './entitlement.record.ts'

export const entitlementWords = wordsFor(entitlement, {
  name: ['授权', 'Entitlement'],
  plural: ['授权', 'Entitlements'],
  empty: ['还没有授权。在许可的页面登记买了多少、有效到哪天。', 'None yet. Add what was bought on the licence’s page.'],
  fields: {
    licence: ['许可', 'Licence'],
    quantity: ['数量', 'Quantity'],
    validFrom: ['生效日期', 'Valid from'],
    validTo: ['到期日期', 'Valid to'],
    reference: ['订单或证书号', 'Order or certificate'],
    contract: ['合同', 'Contract'],
    cost: ['金额(元)', 'Cost (CNY)'],
    note: ['说明', 'Note'],
    withdrawnAt: ['撤销时间', 'Withdrawn at'],
  },
  states: { standing: ['有效', 'Standing'], withdrawn: ['已撤销', 'Withdrawn'] },
  verbs: { withdraw: ['撤销', 'Withdraw'], restore: ['恢复', 'Restore'] },
  choices: {},
})
