import type { WebArea } from '../../../../web/plugin.ts'

/** What the register adds to its records' own pages. */
export const registerPages: NonNullable<WebArea['recordPages']> = {
  asset: {
    above: () => import('./AboutAsset.tsx').then((m) => m.AboutAsset),
    side: () => import('./AboutAsset.tsx').then((m) => m.BesideAsset),
  },
}

export const registerColumns: NonNullable<WebArea['listColumns']> = {
  asset: ['tag', 'name', 'state', 'category', 'model', 'location', 'department', 'custodian', 'warrantyUntil'],
  'asset-category': ['code', 'name', 'kind', 'state', 'tagPrefix', 'storage', 'depreciation', 'usefulMonths'],
  'asset-model': ['name', 'manufacturer', 'category', 'state', 'height', 'watts', 'supportUntil'],
  'asset-relation': ['number', 'from', 'kind', 'to', 'state', 'note'],
  location: ['code', 'name', 'kind', 'parent', 'state', 'height'],
  supplier: ['name', 'kind', 'state', 'contact', 'phone', 'hotline', 'owner'],
}
