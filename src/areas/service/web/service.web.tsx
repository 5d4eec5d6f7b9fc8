import { CustomerServiceOutlined } from '@ant-design/icons'
import type { WebArea } from '../../../web/plugin.ts'
import { trendReaders } from '../trend/kinds.ts'
import { trendWords } from './trend/words.ts'

/** What the service desk adds to the web beside its records' own lists, forms and pages. */
export const serviceWeb: WebArea = {
  code: 'service',
  icon: <CustomerServiceOutlined />,
  routes: [
    {
      path: '/trends',
      title: trendWords.title,
      allow: trendReaders,
      load: () => import('./trend/TrendsPage.tsx').then((m) => m.TrendsPage),
    },
  ],
  listColumns: {
    service: ['code', 'name', 'state', 'owner', 'team', 'hours', 'affectsTrading'],
  },
}
