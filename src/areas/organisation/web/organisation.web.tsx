import type { WebArea } from '../../../web/plugin.ts'

/** What organisation adds to the web beside its records' own lists, forms and pages. */
export const organisationWeb: WebArea = {
  code: 'organisation',
  recordPages: { person: { side: () => import('./SignIns.tsx').then((m) => m.SignIns) } },
}
