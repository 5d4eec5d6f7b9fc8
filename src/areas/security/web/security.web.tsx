import { LockOutlined } from '@ant-design/icons'
import { together } from '../../../record/together.ts'
import type { WebArea } from '../../../web/plugin.ts'
import { accessWeb } from './access/pages.ts'
import { protectionWeb } from './protection/pages.ts'
import { reviewWeb } from './review/pages.ts'
import { riskWeb } from './risk/pages.ts'

/** What security adds to the web beside its records' own lists, forms and pages. */
export const securityWeb: WebArea = {
  code: 'security',
  declared: () => import('../security.area.ts').then((m) => m.security),
  icon: <LockOutlined />,
  ...together([accessWeb, reviewWeb, riskWeb, protectionWeb]),
}
