import { numberSetting } from '../../../record/setting.ts'

export const quotesFrom = numberSetting('purchase-quotes-from', {
  group: 'house',
  words: ['采购询价:起点金额', 'Quotes: wanted from'],
  unit: ['元', 'CNY'],
  hint: [
    '含税总额达到这个金额的采购,须有足够的报价,不足的须说明理由。',
    'From this total on, with tax, a purchase needs enough quotes, or says why it has fewer.',
  ],
  default: 20_000,
  least: 0,
  most: 100_000_000,
})

export const quotesWanted = numberSetting('purchase-quotes-wanted', {
  group: 'house',
  words: ['采购询价:报价家数', 'Quotes: how many'],
  unit: ['家', 'suppliers'],
  default: 3,
  least: 1,
  most: 10,
})

export const invoiceTolerance = numberSetting('invoice-tolerance', {
  group: 'house',
  words: ['发票核对:价格容差', 'Invoices: tolerance'],
  unit: ['‰', '‰'],
  hint: [
    '发票金额与订单金额相差不超过这个比例的,视为相符。',
    'An invoice that differs from the order by no more than this agrees with it.',
  ],
  default: 5,
  least: 0,
  most: 100,
})
