import type { WebPart } from '../../../../web/plugin.ts'

/** What archiving adds to the web: having a job tried or run, and how far a run is. */
export const archiveWeb: WebPart = {
  recordPages: {
    'archive-job': { side: () => import('./AboutJob.tsx').then((m) => m.AboutJob) },
    'archive-run': { above: () => import('./AboutRun.tsx').then((m) => m.AboutRun) },
  },
  listColumns: {
    'archive-job': ['number', 'name', 'state', 'component', 'table', 'keepDays', 'standing', 'lastDoneAt', 'owner'],
    'archive-run': ['number', 'job', 'state', 'dry', 'before', 'startedAt', 'total', 'removed', 'kept'],
  },
}
