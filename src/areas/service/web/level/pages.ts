import type { WebPart } from '../../../../web/plugin.ts'

/** What agreements and their reports add to the web. */
export const levelWeb: WebPart = {
  recordPages: {
    agreement: { side: () => import('./AboutAgreement.tsx').then((m) => m.AboutAgreement) },
    'level-report': { body: () => import('./ReportBody.tsx').then((m) => m.ReportBody) },
  },
  listColumns: {
    agreement: ['number', 'name', 'state', 'service', 'customer', 'share', 'validTo', 'owner'],
    underpinning: ['number', 'name', 'state', 'vendor', 'service', 'availability', 'validTo'],
    'level-report': ['number', 'title', 'state', 'month', 'service', 'customer', 'issuedAt', 'acknowledgedAt'],
  },
  seldom: ['underpinning'],
  tones: {
    agreement: { state: { 'in-review': 'late', 'in-force': 'kept', superseded: 'ended' } },
    underpinning: { state: { 'in-force': 'kept' } },
    'level-report': { state: { issued: 'late', acknowledged: 'kept' } },
  },
}
