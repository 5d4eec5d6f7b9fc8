import type { WebPart } from '../../../../web/plugin.ts'
import { staff } from '../../keepers.rules.ts'
import { titles } from '../titles.words.ts'

/** What the register adds to the web: its screens, and what stands on its records' own lists, forms and pages. */
export const registerWeb: WebPart = {
  routes: [
    {
      path: '/places',
      title: titles.places,
      allow: staff,
      load: () => import('../place/PlacesPage.tsx').then((m) => m.PlacesPage),
    },
    {
      path: '/assets/$key/impact',
      title: titles.impact,
      hidden: true,
      load: () => import('./ImpactPage.tsx').then((m) => m.ImpactPage),
    },
  ],
  recordPages: {
    asset: {
      above: () => import('./AboutAsset.tsx').then((m) => m.AboutAsset),
      side: () => import('./AboutAsset.tsx').then((m) => m.BesideAsset),
    },
  },
  forms: { asset: () => import('./NextTag.tsx').then((m) => m.NextTag) },
  chosenActs: { asset: () => import('../label/Labels.tsx').then((m) => m.LabelsOfChosen) },
  listColumns: {
    asset: ['tag', 'name', 'state', 'category', 'model', 'location', 'department', 'custodian', 'warrantyUntil'],
    'asset-category': ['code', 'name', 'kind', 'state', 'tagPrefix', 'storage', 'depreciation', 'usefulMonths'],
    'asset-model': ['name', 'manufacturer', 'category', 'state', 'height', 'watts', 'supportUntil', 'standardFrom'],
    'asset-relation': ['number', 'from', 'kind', 'to', 'state', 'note'],
    location: ['code', 'name', 'kind', 'parent', 'state', 'height', 'countedAt'],
  },
  seldom: ['asset-category', 'asset-model', 'asset-relation', 'location'],
  tones: {
    asset: {
      state: {
        ...{ ordered: 'start', 'in-stock': 'start', 'in-use': 'kept', 'in-repair': 'late' },
        ...{ retired: 'ended', disposed: 'ended', lost: 'broken' },
      },
    },
  },
}
