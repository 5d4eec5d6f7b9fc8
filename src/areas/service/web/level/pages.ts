import type { WebArea } from '../../../../web/plugin.ts'

/** What agreements and their reports add to their records' own pages and lists. */
export const levelPages: NonNullable<WebArea['recordPages']> = {
  agreement: { side: () => import('./AboutAgreement.tsx').then((m) => m.AboutAgreement) },
  'level-report': { body: () => import('./ReportBody.tsx').then((m) => m.ReportBody) },
}

export const levelColumns: NonNullable<WebArea['listColumns']> = {
  agreement: ['number', 'name', 'state', 'service', 'customer', 'share', 'validTo', 'owner'],
  underpinning: ['number', 'name', 'state', 'vendor', 'service', 'availability', 'validTo'],
  'level-report': ['number', 'title', 'state', 'month', 'service', 'customer', 'issuedAt', 'acknowledgedAt'],
}

export const levelTones: NonNullable<WebArea['tones']> = {
  agreement: { state: { 'in-review': 'late', 'in-force': 'kept', superseded: 'ended' } },
  underpinning: { state: { 'in-force': 'kept' } },
  'level-report': { state: { issued: 'late', acknowledged: 'kept' } },
}
