import { LaptopOutlined } from '@ant-design/icons'
import { together } from '../../../record/together.ts'
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
  declared: () => import('../assets.area.ts').then((m) => m.assets),
  icon: <LaptopOutlined />,
  ...together([registerWeb, discoveryWeb, licencesWeb, resourcesWeb, stocktakingWeb, purchasingWeb, handoversWeb]),
}
