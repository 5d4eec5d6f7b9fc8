import { type Line, lineSchema } from './purchase.rules.ts'

/** A line of an order: three screens, at what does not come out even. */
export const line = (values: object = {}): Line =>
  lineSchema.parse({ what: '显示器', quantity: 3, unitPrice: 999.99, ...values })
