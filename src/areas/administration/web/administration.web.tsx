import type { WebArea } from '../../../web/plugin.ts'

/** What administration adds to the web beside its records' own lists, forms and pages. */
export const administrationWeb: WebArea = {
  code: 'administration',
}
