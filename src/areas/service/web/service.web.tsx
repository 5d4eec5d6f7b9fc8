import type { WebArea } from '../../../web/plugin.ts'

/** What the service desk adds to the web beside its records' own lists, forms and pages. */
export const serviceWeb: WebArea = {
  code: 'service',
  listColumns: {
    service: ['code', 'name', 'state', 'owner', 'team', 'hours', 'affectsTrading'],
  },
}
