/** The parts of the simulated member firm: pure data, in port order. */
export const parts = [
  { code: 'quote-feed', zh: '行情源', en: 'Quote feed', version: '1.0.0', dependsOn: [] },
  { code: 'trading-front', zh: '交易前置', en: 'Trading front', version: '1.0.0', dependsOn: ['quote-feed'] },
  { code: 'order-gateway', zh: '报单网关', en: 'Order gateway', version: '1.0.0', dependsOn: ['trading-front'] },
  {
    code: 'risk-control',
    zh: '风控',
    en: 'Risk control',
    version: '1.0.0',
    dependsOn: ['quote-feed', 'order-gateway'],
  },
  { code: 'bank-link', zh: '银行转账', en: 'Bank link', version: '1.0.0', dependsOn: [] },
  {
    code: 'settlement',
    zh: '结算',
    en: 'Settlement',
    version: '1.0.0',
    /** 1.1.0 is faulty on purpose: what upgrades on the floor are rolled back from. */
    releases: ['1.1.0'],
    dependsOn: ['trading-front', 'bank-link'],
  },
] as const

export type PartCode = (typeof parts)[number]['code']

export interface Part {
  code: PartCode
  zh: string
  en: string
  /** What runs unless another release was put in place. */
  version: string
  /** What else may be put in place. */
  releases?: readonly string[]
  dependsOn: readonly PartCode[]
}

/** The declared part of this code. */
export function partOf(code: PartCode): Part {
  return parts.find((part) => part.code === code)!
}

/** The port of a part on 127.0.0.1: `base` for the first, the next for the next. */
export function portOf(code: PartCode, base: number): number {
  return base + parts.findIndex((part) => part.code === code)
}

/** Whether a text names a part. */
export function isPartCode(text: string | undefined): text is PartCode {
  return parts.some((part) => part.code === text)
}
