import type { WebPart } from '../../../../web/plugin.ts'

/** What hand-overs and loans add to the web. */
export const handoversWeb: WebPart = {
  recordPages: {
    handover: { above: () => import('./AboutHandover.tsx').then((m) => m.AboutHandover) },
  },
  forms: { loan: () => import('./TakenDays.tsx').then((m) => m.TakenDays) },
  fieldShows: { handover: { items: () => import('./ItemsShow.tsx').then((m) => m.ItemsShow) } },
  listColumns: {
    handover: ['number', 'title', 'kind', 'state', 'holder', 'department', 'items', 'signedBy', 'signedAt'],
    loan: ['number', 'title', 'state', 'borrower', 'startsOn', 'dueOn', 'purpose', 'returnedAt'],
  },
  tones: {
    handover: { state: { waiting: 'late', done: 'kept', refused: 'broken' } },
    loan: { state: { lent: 'progress', overdue: 'broken', returned: 'kept' } },
  },
}
