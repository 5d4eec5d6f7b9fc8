import { ReadOutlined } from '@ant-design/icons'
import { together } from '../../../record/together.ts'
import type { WebArea, WebPart } from '../../../web/plugin.ts'
import { offenderReaders } from '../readers.rules.ts'
import { auditWeb } from './audit/pages.ts'
import { titles } from './titles.words.ts'

/** Policies, what people read of them, and controls. */
const rulesWeb: WebPart = {
  routes: [
    {
      path: '/rulebook',
      title: titles.rulebook,
      load: () => import('./RulebookPage.tsx').then((m) => m.RulebookPage),
    },
    {
      path: '/my-reading',
      title: titles.reading,
      load: () => import('./MyReadingPage.tsx').then((m) => m.MyReadingPage),
    },
    {
      path: '/coverage',
      title: titles.coverage,
      load: () => import('./CoveragePage.tsx').then((m) => m.CoveragePage),
    },
    {
      path: '/controls/$key',
      title: titles.control,
      hidden: true,
      allow: offenderReaders,
      load: () => import('./ControlPage.tsx').then((m) => m.ControlPage),
    },
    {
      path: '/policies/$key/compare',
      title: titles.comparison,
      hidden: true,
      load: () => import('./ComparePage.tsx').then((m) => m.ComparePage),
    },
  ],
  recordPages: {
    policy: { body: () => import('./PolicyBody.tsx').then((m) => m.PolicyBody) },
    reading: { body: () => import('./ReadingBody.tsx').then((m) => m.ReadingBody) },
    'own-control': { above: () => import('./own/OwnControlAbove.tsx').then((m) => m.OwnControlAbove) },
    'reading-campaign': { above: () => import('./CampaignProgress.tsx').then((m) => m.CampaignProgress) },
  },
  forms: { policy: () => import('./ImportDocument.tsx').then((m) => m.ImportDocument) },
  fieldShows: {
    'own-control': {
      judges: () => import('./own/OwnShow.tsx').then((m) => m.JudgesShow),
      scope: () => import('./own/OwnShow.tsx').then((m) => m.ScopeShow),
      owner: () => import('./own/OwnShow.tsx').then((m) => m.OwnerShow),
    },
  },
  listColumns: {
    policy: ['number', 'title', 'state', 'area', 'edition', 'owner', 'effectiveOn', 'reviewOn'],
    'reading-campaign': ['number', 'title', 'state', 'owner', 'openedOn', 'dueOn'],
    reading: ['number', 'title', 'state', 'reader', 'dueOn', 'signedAt'],
    attestation: ['number', 'title', 'state', 'policyCode', 'clause', 'attester', 'dueOn'],
    pack: ['code', 'title', 'state', 'binding', 'verified'],
    obligation: ['item', 'title', 'state', 'pack', 'applies', 'verified', 'changedOn'],
    'own-control': ['code', 'title', 'state', 'edition', 'area', 'record', 'createdBy', 'approvedBy', 'approvedAt'],
    'control-setting': ['number', 'control', 'state', 'reason', 'effectiveOn', 'createdBy', 'approvedBy'],
    'control-exception': ['number', 'title', 'state', 'control', 'owner', 'startsAt', 'endsAt'],
  },
  seldom: ['control-setting', 'reading', 'obligation', 'pack'],
  tones: {
    policy: { state: { approved: 'progress', effective: 'kept', superseded: 'ended', withdrawn: 'ended' } },
    'reading-campaign': { state: { running: 'progress', superseded: 'ended', closed: 'ended' } },
    reading: { state: { signed: 'kept', lapsed: 'ended' } },
    attestation: {
      state: { attested: 'progress', stale: 'unknown', 'out-asked': 'late', 'out-of-scope': 'ended', retired: 'ended' },
    },
    pack: { state: { on: 'kept' } },
    obligation: {
      state: { 'in-force': 'progress', closed: 'ended' },
      applies: { applies: 'kept', partly: 'late', 'not-applicable': 'ended' },
    },
    'own-control': {
      state: { 'in-review': 'progress', effective: 'kept', superseded: 'ended', withdrawn: 'ended' },
    },
    'control-setting': { state: { approved: 'progress', 'in-force': 'kept', superseded: 'ended', refused: 'ended' } },
    'control-exception': { state: { granted: 'late', refused: 'ended', lifted: 'ended', ended: 'ended' } },
  },
}

/** What the rulebook adds to the web beside its records' own lists, forms and pages. */
export const rulebookWeb: WebArea = {
  code: 'rulebook',
  declared: () => import('../rulebook.area.ts').then((m) => m.rulebook),
  icon: <ReadOutlined />,
  ...together([rulesWeb, auditWeb]),
}
