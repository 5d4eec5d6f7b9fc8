import { LaptopOutlined } from '@ant-design/icons'
import type { WebArea } from '../../../web/plugin.ts'
import { registerWeb } from './asset/pages.ts'
import { discoveryWeb } from './discovery/pages.ts'
import { handoversWeb } from './handover/pages.ts'
import { licencesWeb } from './licence/pages.ts'
import { purchasingWeb } from './purchase/pages.ts'
import { resourcesWeb } from './resource/pages.ts'
import { stocktakingWeb } from './stocktake/pages.ts'

/** What assets add to the web beside their records' own lists, forms and pages. */
export const assetsWeb: WebArea = {
  code: 'assets',
  icon: <LaptopOutlined />,
  routes: [
    ...registerWeb.routes,
    ...discoveryWeb.routes,
    ...licencesWeb.routes,
    ...resourcesWeb.routes,
    ...stocktakingWeb.routes,
    ...purchasingWeb.routes,
  ],
  seldom: [
    ...discoveryWeb.seldom,
    'asset-category',
    'asset-model',
    'asset-relation',
    'location',
    ...licencesWeb.seldom,
    ...stocktakingWeb.seldom,
    ...resourcesWeb.seldom,
    ...purchasingWeb.seldom,
  ],
  recordPages: {
    ...discoveryWeb.recordPages,
    ...registerWeb.recordPages,
    ...licencesWeb.recordPages,
    ...stocktakingWeb.recordPages,
    ...resourcesWeb.recordPages,
    ...purchasingWeb.recordPages,
    ...handoversWeb.recordPages,
  },
  listColumns: {
    ...discoveryWeb.listColumns,
    ...registerWeb.listColumns,
    ...licencesWeb.listColumns,
    ...stocktakingWeb.listColumns,
    ...resourcesWeb.listColumns,
    ...purchasingWeb.listColumns,
    ...handoversWeb.listColumns,
  },
  chosenActs: registerWeb.chosenActs,
  forms: { ...registerWeb.forms, ...licencesWeb.forms, ...stocktakingWeb.forms, ...handoversWeb.forms },
  fieldShows: { ...licencesWeb.fieldShows, ...purchasingWeb.fieldShows, ...handoversWeb.fieldShows },
  tones: {
    ...registerWeb.tones,
    ...discoveryWeb.tones,
    ...licencesWeb.tones,
    ...stocktakingWeb.tones,
    ...resourcesWeb.tones,
    ...purchasingWeb.tones,
    ...handoversWeb.tones,
  },
}
