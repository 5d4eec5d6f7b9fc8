import { LaptopOutlined } from '@ant-design/icons'
import type { WebArea } from '../../../web/plugin.ts'
import { registerColumns, registerPages } from './asset/pages.ts'
import { licencesWeb } from './licence/pages.ts'
import { resourcesWeb } from './resource/pages.ts'
import { stocktakingWeb } from './stocktake/pages.ts'

/** What assets add to the web beside their records' own lists, forms and pages. */
export const assetsWeb: WebArea = {
  code: 'assets',
  icon: <LaptopOutlined />,
  routes: [...licencesWeb.routes, ...resourcesWeb.routes, ...stocktakingWeb.routes],
  seldom: [
    'asset-category',
    'asset-model',
    'asset-relation',
    ...licencesWeb.seldom,
    ...stocktakingWeb.seldom,
    ...resourcesWeb.seldom,
  ],
  recordPages: {
    ...registerPages,
    ...licencesWeb.recordPages,
    ...stocktakingWeb.recordPages,
    ...resourcesWeb.recordPages,
  },
  listColumns: {
    ...registerColumns,
    ...licencesWeb.listColumns,
    ...stocktakingWeb.listColumns,
    ...resourcesWeb.listColumns,
  },
  forms: { ...licencesWeb.forms },
  fieldShows: { ...licencesWeb.fieldShows },
  tones: { ...licencesWeb.tones, ...stocktakingWeb.tones, ...resourcesWeb.tones },
}
