import type { Load, PageProps } from '../../../../web/plugin.ts'

type Sections = Readonly<Record<string, Load<PageProps>>>

/**
 * What stands on an asset's page between its header and its fields, by name and in this order; each is loaded by itself, and
 * draws nothing where it has nothing to say.
 */
export const assetSections: Sections = {
  inHand: () => import('../handover/InHand.tsx').then((m) => m.InHand),
  where: () => import('./Where.tsx').then((m) => m.Where),
  worth: () => import('./Worth.tsx').then((m) => m.Worth),
  handling: () => import('../class/Handling.tsx').then((m) => m.Handling),
  impact: () => import('./Impact.tsx').then((m) => m.Impact),
  standing: () => import('../resource/Standing.tsx').then((m) => m.Standing),
  care: () => import('../maintenance/Care.tsx').then((m) => m.Care),
  covered: () => import('../licence/Covered.tsx').then((m) => m.Covered),
  found: () => import('../discovery/AsFound.tsx').then((m) => m.AsFound),
}

/** The same first in the side column. */
export const assetAsides: Sections = {
  label: () => import('../label/Labels.tsx').then((m) => m.LabelOfOne),
  ties: () => import('./Ties.tsx').then((m) => m.Ties),
  counted: () => import('../stocktake/LastSeen.tsx').then((m) => m.LastSeen),
}
