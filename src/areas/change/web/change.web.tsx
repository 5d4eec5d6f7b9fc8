import { SwapOutlined } from '@ant-design/icons'
import type { WebArea } from '../../../web/plugin.ts'
import { changingWeb } from './change/pages.ts'

/** What changes add to the web beside their records' own lists, forms and pages. */
export const changeWeb: WebArea = {
  code: 'change',
  declared: () => import('../change.area.ts').then((m) => m.change),
  icon: <SwapOutlined />,
  ...changingWeb,
}
