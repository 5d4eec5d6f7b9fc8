import { LaptopOutlined } from '@ant-design/icons'
import type { WebArea } from '../../../web/plugin.ts'
import { registerColumns, registerPages } from './asset/pages.ts'
import { discoveryWeb } from './discovery/pages.ts'
import { licencesWeb } from './licence/pages.ts'
import { resourcesWeb } from './resource/pages.ts'
import { stocktakingWeb } from './stocktake/pages.ts'

/** What assets add to the web beside their records' own lists, forms and pages. */
export const assetsWeb: WebArea = {
  code: 'assets',
  icon: <LaptopOutlined />,
  routes: [...discoveryWeb.routes, ...licencesWeb.routes, ...resourcesWeb.routes, ...stocktakingWeb.routes],
  seldom: [
    ...discoveryWeb.seldom,
    'asset-category',
    'asset-model',
    'asset-relation',
    ...licencesWeb.seldom,
    ...stocktakingWeb.seldom,
    ...resourcesWeb.seldom,
  ],
  recordPages: {
    ...discoveryWeb.recordPages,
    ...registerPages,
    ...licencesWeb.recordPages,
    ...stocktakingWeb.recordPages,
    ...resourcesWeb.recordPages,
  },
  listColumns: {
    ...discoveryWeb.listColumns,
    ...registerColumns,
    ...licencesWeb.listColumns,
    ...stocktakingWeb.listColumns,
    ...resourcesWeb.listColumns,
  },
  forms: { ...licencesWeb.forms },
  fieldShows: { ...licencesWeb.fieldShows },
  tones: { ...discoveryWeb.tones, ...licencesWeb.tones, ...stocktakingWeb.tones, ...resourcesWeb.tones },
}
