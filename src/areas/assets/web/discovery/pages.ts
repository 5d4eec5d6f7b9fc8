import type { WebPart } from '../../../../web/plugin.ts'
import { staff } from '../../keepers.rules.ts'
import { titles } from '../titles.words.ts'

/** What discovery adds to the web beside its records' own lists and pages. */
export const discoveryWeb: WebPart = {
  routes: [
    {
      path: '/discovery',
      title: titles.discovery,
      allow: staff,
      load: () => import('./DiscoveryPage.tsx').then((m) => m.DiscoveryPage),
    },
  ],
  recordPages: {
    'snmp-target': { side: () => import('./SnmpTools.tsx').then((m) => m.SnmpTools) },
    software: { above: () => import('./WhereInstalled.tsx').then((m) => m.WhereInstalled) },
  },
  listColumns: {
    software: ['name', 'publisher', 'category', 'state'],
    installation: ['asset', 'software', 'release', 'state', 'source', 'firstSeen', 'lastSeen'],
    discovery: ['name', 'state', 'kind', 'asset', 'serial', 'model', 'seenOn', 'source'],
    'discovery-difference': ['number', 'machine', 'kind', 'field', 'registered', 'found', 'state', 'asset'],
    'snmp-target': ['name', 'host', 'protocol', 'every', 'state', 'secretSet', 'trouble'],
  },
  seldom: ['installation', 'discovery', 'discovery-difference', 'snmp-target'],
  tones: {
    software: { state: { seen: 'start', allowed: 'kept', forbidden: 'broken' } },
    installation: { state: { present: 'kept', gone: 'ended' } },
    discovery: { state: { unknown: 'late', matched: 'kept', ignored: 'ended', vanished: 'late' } },
    'discovery-difference': { state: { open: 'late', accepted: 'kept', dismissed: 'ended', settled: 'ended' } },
    'snmp-target': { state: { active: 'kept', stopped: 'ended' } },
  },
}
