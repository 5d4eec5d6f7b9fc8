import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { WebArea } from '../../../web/plugin.ts'
import { archiveWeb } from './archive/pages.ts'
import { readyWeb } from './drill/pages.ts'
import { backupWeb } from './plan/pages.ts'

/** What being ready adds to the web beside its records' own lists, forms and pages. */
export const continuityWeb: WebArea = {
  code: 'continuity',
  declared: () => import('../continuity.area.ts').then((m) => m.continuity),
  icon: <SafetyCertificateOutlined />,
  ...readyWeb,
  recordPages: { ...readyWeb.recordPages, ...backupWeb.recordPages, ...archiveWeb.recordPages },
  listColumns: { ...readyWeb.listColumns, ...backupWeb.listColumns, ...archiveWeb.listColumns },
  tones: { ...readyWeb.tones, ...backupWeb.tones },
}
