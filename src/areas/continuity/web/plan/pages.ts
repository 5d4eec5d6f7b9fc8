import type { WebPart } from '../../../../web/plugin.ts'
import { continuityTones } from '../tones.ts'

/** What backups add to the web: how a plan stands and is set up, what a test found. */
export const backupWeb: WebPart = {
  recordPages: {
    'backup-plan': {
      above: () => import('./AboutPlan.tsx').then((m) => m.AboutPlan),
      side: () => import('./PlanSetUp.tsx').then((m) => m.PlanSetUp),
    },
    'restore-test': { body: () => import('../test/TestBody.tsx').then((m) => m.TestBody) },
  },
  listColumns: {
    'backup-plan': [
      ...['number', 'name', 'state', 'component', 'method', 'standing', 'lastGoodAt', 'proof', 'provenAt', 'owner'],
    ],
    'backup-run': ['number', 'plan', 'state', 'finding', 'dueAt', 'startedAt', 'bytes', 'component'],
    'restore-test': ['number', 'plan', 'state', 'takenAt', 'startedAt', 'seconds', 'component'],
  },
  tones: continuityTones,
}
