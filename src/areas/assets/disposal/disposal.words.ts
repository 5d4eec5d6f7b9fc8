import { wordsFor } from '../../../record/record.ts'
import { disposal } from './disposal.record.ts'

export const disposalWords = wordsFor(disposal, {
  name: ['处置', 'Disposal'],
  plural: ['资产处置', 'Disposals'],
  empty: [
    '还没有处置单。资产报废、出售或捐赠,先在这里提出。',
    'No disposals yet. What is to be scrapped, sold or given away is proposed here first.',
  ],
  fields: {
    title: ['标题', 'Title'],
    assets: ['资产', 'Assets'],
    reason: ['处置原因', 'Reason'],
    way: ['处置方式', 'Way'],
    bookValue: ['账面净值(元)', 'Book value (CNY)'],
    valuedOn: ['估值日期', 'Valued on'],
    appraised: ['评估价(元)', 'Appraised (CNY)'],
    basis: ['评估依据', 'Basis of the appraisal'],
    valuedBy: ['估值人', 'Valued by'],
    approvedAt: ['批准时间', 'Approved at'],
    receiver: ['接收方', 'Receiver'],
    receiverContact: ['接收方联系人', 'Their contact'],
    proceeds: ['处置收入(元)', 'Proceeds (CNY)'],
    carriedOutAt: ['处置完成时间', 'Carried out at'],
    carriedOutBy: ['经办人', 'Carried out by'],
    rejectReason: ['驳回原因', 'Why rejected'],
    withdrawReason: ['撤回原因', 'Why withdrawn'],
  },
  states: {
    proposed: ['已提出', 'Proposed'],
    valued: ['已估值', 'Valued'],
    approved: ['已批准', 'Approved'],
    destroyed: ['数据已销毁', 'Data destroyed'],
    'carried-out': ['已处置', 'Carried out'],
    rejected: ['已驳回', 'Rejected'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  verbs: {
    value: ['估值', 'Value'],
    approve: ['提交审批', 'Ask for approval'],
    reject: ['驳回', 'Reject'],
    'end-destruction': ['数据销毁完毕', 'End destruction'],
    'carry-out': ['完成处置', 'Carry out'],
    withdraw: ['撤回', 'Withdraw'],
  },
  choices: { way: { scrap: ['报废', 'Scrap'], sell: ['出售', 'Sell'], give: ['捐赠', 'Give away'] } },
})
