import type { WebPart } from '../../../../web/plugin.ts'

/** What security incidents, evidence, undertakings, training and classes of data add to the web. */
export const protectionWeb: WebPart = {
  recordPages: {
    'security-incident': {
      above: () => import('./AboutSecurity.tsx').then((m) => m.AboutSecurity),
      watches: ['security-report', 'evidence'],
    },
    evidence: { above: () => import('./AboutEvidence.tsx').then((m) => m.AboutEvidence), watches: ['custody'] },
    undertaking: { above: () => import('./AboutUndertaking.tsx').then((m) => m.AboutUndertaking) },
  },
  listColumns: {
    'security-incident': ['number', 'title', 'state', 'kind', 'gravity', 'owner', 'foundAt', 'closedAt'],
    'security-report': ['number', 'authority', 'state', 'securityIncident', 'dueAt', 'sentAt', 'channel', 'recipient'],
    evidence: ['number', 'title', 'state', 'securityIncident', 'holder', 'place', 'takenAt', 'sealedAt'],
    custody: ['number', 'evidence', 'state', 'giver', 'taker', 'purpose', 'givenAt', 'takenAt'],
    'data-class': ['number', 'name', 'level', 'state', 'examples', 'effectiveOn', 'approvedBy'],
    'class-review': ['number', 'title', 'state', 'was', 'level', 'reviewer', 'dueOn', 'agreedAt'],
    'undertaking-text': ['number', 'code', 'title', 'state', 'audience', 'validDays', 'publishedAt'],
    undertaking: ['number', 'title', 'person', 'state', 'dueOn', 'signedAt', 'validUntil'],
    'training-course': ['code', 'name', 'topic', 'state', 'hours', 'passMark', 'validDays', 'audience'],
    'training-record': ['number', 'title', 'person', 'state', 'heldOn', 'hours', 'score', 'passed', 'validUntil'],
    'log-check': ['number', 'state', 'checkedAt', 'entries', 'seals', 'gapHours', 'broken'],
  },
  seldom: ['security-report', 'custody', 'class-review', 'undertaking-text', 'log-check'],
  tones: {
    'security-incident': {
      state: { declared: 'broken', graded: 'late', contained: 'progress', closed: 'kept' },
      gravity: { larger: 'late', major: 'broken', severe: 'broken' },
    },
    'security-report': { state: { due: 'late', sent: 'kept', 'not-due': 'ended' } },
    evidence: { state: { sealed: 'kept', returning: 'progress', destroying: 'progress' } },
    custody: { state: { given: 'progress', taken: 'kept', refused: 'broken' } },
    'data-class': { state: { approved: 'kept' } },
    'class-review': { state: { due: 'late', proposed: 'progress', agreed: 'kept' } },
    'undertaking-text': { state: { published: 'kept' } },
    undertaking: { state: { asked: 'late', signed: 'kept' } },
    'training-record': { state: { entered: 'progress', confirmed: 'kept', rejected: 'broken' } },
    'log-check': { state: { sound: 'kept', broken: 'broken' } },
  },
}
