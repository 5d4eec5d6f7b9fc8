import type { WebArea } from '../../../web/plugin.ts'
import { adminWords } from './words.ts'

/** What administration adds to the web beside its records' own lists, forms and pages. */
export const administrationWeb: WebArea = {
  code: 'administration',
  routes: [{ path: '/why', title: adminWords.why, load: () => import('./WhyPage.tsx').then((m) => m.WhyPage) }],
}
