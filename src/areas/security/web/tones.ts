import type { WebPart } from '../../../web/plugin.ts'

export const severityTones = { critical: 'broken', high: 'broken', medium: 'late', low: 'progress' } as const

/** What is held down is green, what waits for a hand amber; what was accepted is never green: it ends. */
export const riskTones = {
  risk: {
    state: {
      identified: 'start',
      assessed: 'progress',
      treating: 'progress',
      monitored: 'kept',
      accepted: 'late',
      closed: 'ended',
    },
  },
  'risk-acceptance': {
    state: {
      requested: 'progress',
      granted: 'late',
      refused: 'ended',
      withdrawn: 'ended',
      voided: 'broken',
      ended: 'ended',
    },
  },
  'risk-assessment': { state: { 'in-review': 'progress', approved: 'kept', dropped: 'ended' } },
  'risk-matrix': { state: { 'in-force': 'kept', superseded: 'ended', dropped: 'ended' } },
  vulnerability: {
    state: {
      open: 'broken',
      'in-progress': 'progress',
      fixed: 'unknown',
      closed: 'kept',
      accepted: 'late',
      'not-affected': 'ended',
    },
    severity: severityTones,
    severityFound: severityTones,
  },
  scan: { state: { matching: 'late', settled: 'kept' } },
  'scan-line': { state: { waiting: 'late', matched: 'kept', dismissed: 'ended' } },
} as const satisfies NonNullable<WebPart['tones']>
