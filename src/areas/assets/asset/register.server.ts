import type { AreaPart } from '../../../platform/area.ts'
import { assetCategoryBehaviour } from '../asset-category/server/asset-category.behaviour.ts'
import { assetModelBehaviour } from '../asset-model/server/asset-model.behaviour.ts'
import { assetRelationBehaviour } from '../asset-relation/server/asset-relation.behaviour.ts'
import { assetImpact } from '../impact/server/impact.beside.ts'
import { assetLabels } from '../label/server/labels.download.ts'
import { locationBehaviour } from '../location/server/location.behaviour.ts'
import { contents, places } from '../location/server/places.queries.ts'
import { assetBehaviour } from './server/asset.behaviour.ts'
import { nextTag } from './server/tag.ts'

/** The register itself: assets, what they are, where they stand and how they hang together. */
export const registerServer: AreaPart = {
  behaviours: [assetBehaviour, assetCategoryBehaviour, assetModelBehaviour, assetRelationBehaviour, locationBehaviour],
  queries: [places],
  besides: [assetImpact, contents],
  downloads: [assetLabels],
  commands: [nextTag],
}
