import type { WebPart } from '../../../../web/plugin.ts'
import { keepers } from '../../parties.rules.ts'
import { titles } from '../titles.words.ts'
import { auditTones } from './tones.ts'

/** What audits, findings and reviews by management add to the web. */
export const auditWeb: WebPart = {
  routes: [
    {
      path: '/finding-board',
      title: titles.findingBoard,
      allow: keepers,
      load: () => import('./FindingBoard.tsx').then((m) => m.FindingBoard),
    },
    {
      path: '/audits/$key/checklist',
      title: titles.checklist,
      hidden: true,
      allow: keepers,
      load: () => import('./ChecklistPage.tsx').then((m) => m.ChecklistPage),
    },
  ],
  recordPages: {
    'audit-plan': { above: () => import('./PlanYear.tsx').then((m) => m.PlanYear) },
    audit: { above: () => import('./AboutAudit.tsx').then((m) => m.AboutAudit), watches: ['audit-item', 'finding'] },
    'audit-item': { above: () => import('./AboutItem.tsx').then((m) => m.AboutItem) },
    finding: { above: () => import('./AboutFinding.tsx').then((m) => m.AboutFinding) },
    'management-review': {
      above: () => import('./AboutReview.tsx').then((m) => m.AboutReview),
      watches: ['action'],
    },
  },
  listColumns: {
    'rule-area': ['number', 'name', 'state', 'owner', 'inForce', 'lastAudit', 'auditedAt'],
    'audit-plan': ['number', 'title', 'state', 'year', 'approvedBy', 'approvedAt'],
    audit: ['number', 'title', 'state', 'plan', 'asOf', 'lead', 'startsOn', 'endsOn', 'reportedAt'],
    'audit-item': ['position', 'heading', 'state', 'audit', 'control', 'stood', 'result', 'judgedBy'],
    finding: ['number', 'title', 'state', 'grade', 'area', 'source', 'owner', 'answerBy', 'due', 'reopened'],
    'management-review': ['number', 'title', 'state', 'startsOn', 'endsOn', 'heldOn', 'chair', 'signedBy'],
    'judgement-sample': ['number', 'day', 'state', 'judged', 'differing', 'lastAt'],
  },
  seldom: ['audit-item', 'rule-area', 'judgement-sample'],
  tones: auditTones,
}
