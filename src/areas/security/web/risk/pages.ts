import type { WebPart } from '../../../../web/plugin.ts'
import { riskKeepers, riskReaders } from '../../risk-parties.rules.ts'
import { titles } from '../titles.words.ts'
import { riskTones } from '../tones.ts'

/** What risks and vulnerabilities add to the web: the map, how a risk stands, a matrix drawn, and scans brought in. */
export const riskWeb: WebPart = {
  routes: [
    {
      path: '/risk-map',
      title: titles.riskMap,
      allow: riskReaders,
      load: () => import('./RiskMapPage.tsx').then((m) => m.RiskMapPage),
    },
    {
      path: '/scans/report',
      title: titles.importScan,
      allow: riskKeepers,
      load: () => import('./ImportScan.tsx').then((m) => m.ImportScan),
    },
  ],
  recordPages: {
    risk: { above: () => import('./AboutRisk.tsx').then((m) => m.AboutRisk), watches: ['risk-acceptance'] },
    'risk-matrix': { body: () => import('./MatrixBody.tsx').then((m) => m.MatrixBody) },
  },
  listColumns: {
    risk: [
      ...['number', 'title', 'state', 'category', 'inherentLevel', 'currentLevel', 'residualLevel', 'owner', 'dueOn'],
      'acceptedUntil',
    ],
    'risk-acceptance': ['number', 'title', 'state', 'level', 'decider', 'grantedAt', 'endsAt'],
    'risk-assessment': ['number', 'title', 'state', 'heldOn', 'components', 'approvedBy', 'approvedAt'],
    'risk-matrix': ['number', 'title', 'state', 'edition', 'approvedBy', 'inForceFrom'],
    vulnerability: ['number', 'ref', 'title', 'state', 'severity', 'asset', 'component', 'owner', 'fixBy', 'lastSeen'],
    scan: ['number', 'title', 'state', 'scanner', 'complete', 'scannedAt', 'opened', 'seen', 'closed', 'unmatched'],
    'scan-line': ['number', 'ref', 'title', 'state', 'severity', 'target', 'product', 'installed', 'scan'],
  },
  seldom: ['risk-matrix', 'scan-line'],
  tones: riskTones,
}
