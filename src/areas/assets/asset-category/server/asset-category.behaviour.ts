import { behave } from '../../../../platform/behaviour.ts'
import { assetCategoryImporting } from '../asset-category.importing.ts'
import { assetCategory } from '../asset-category.record.ts'

export const assetCategoryBehaviour = behave(assetCategory, { importing: assetCategoryImporting })
