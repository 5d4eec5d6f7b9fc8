import { LaptopOutlined } from '@ant-design/icons'
import type { WebArea } from '../../../web/plugin.ts'
import { registerColumns, registerPages } from './asset/pages.ts'

/** What assets add to the web beside their records' own lists, forms and pages. */
export const assetsWeb: WebArea = {
  code: 'assets',
  icon: <LaptopOutlined />,
  seldom: ['asset-category', 'asset-model', 'asset-relation'],
  recordPages: {
    ...registerPages,
  },
  listColumns: {
    ...registerColumns,
  },
}
