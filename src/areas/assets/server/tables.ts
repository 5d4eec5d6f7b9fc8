import type { RowOf } from '../../../record/record.ts'
import type { asset } from '../asset/asset.record.ts'
import type { assetCategory } from '../asset-category/asset-category.record.ts'
import type { assetModel } from '../asset-model/asset-model.record.ts'
import type { assetRelation } from '../asset-relation/asset-relation.record.ts'
import type { location } from '../location/location.record.ts'
import type { supplier } from '../supplier/supplier.record.ts'

declare module '../../../platform/tables.ts' {
  interface Tables {
    asset: RowOf<typeof asset> & Hidden
    assetCategory: RowOf<typeof assetCategory> & Hidden
    assetModel: RowOf<typeof assetModel> & Hidden
    assetRelation: RowOf<typeof assetRelation> & Hidden
    location: RowOf<typeof location> & Hidden
    supplier: RowOf<typeof supplier> & Hidden
  }
}
