import { CustomerServiceOutlined } from '@ant-design/icons'
import { together } from '../../../record/together.ts'
import type { WebArea } from '../../../web/plugin.ts'
import { knowledgeWeb } from './article/pages.ts'
import { deskWeb } from './desk/pages.ts'
import { levelWeb } from './level/pages.ts'
import { catalogueWeb } from './order/pages.ts'
import { portalWeb } from './portal/pages.ts'

/** What the service desk adds to the web beside its records' own lists, forms and pages. */
export const serviceWeb: WebArea = {
  code: 'service',
  declared: () => import('../service.area.ts').then((m) => m.service),
  icon: <CustomerServiceOutlined />,
  ...together([deskWeb, portalWeb, catalogueWeb, levelWeb, knowledgeWeb]),
}
