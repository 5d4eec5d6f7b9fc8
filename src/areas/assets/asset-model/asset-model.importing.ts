import type { Importing } from '../../../platform/transfer/import/importing.ts'
import { makerIn } from '../discovery/compare.rules.ts'

/** A model that a sheet of assets names: of the category that its rows name most, and of whose name it begins with. */
export const assetModelImporting: Importing = {
  headings: { manufacturer: ['厂商', '品牌', '生产厂家', '厂家', 'brand', 'maker'], name: ['型号', '规格型号'] },
  propose(text, { category = '' }) {
    const maker = makerIn(text)
    return [{ text, values: { name: text, category, ...(maker && { manufacturer: maker }) } }]
  },
}
