import type { WebPart } from '../../../../web/plugin.ts'
import { staff } from '../../keepers.rules.ts'
import { titles } from '../titles.words.ts'

/** What suppliers, contracts and licences add to the web beside their records' own lists, forms and pages. */
export const licencesWeb: WebPart = {
  routes: [
    {
      path: '/renewals',
      title: titles.renewals,
      allow: staff,
      load: () => import('../renewal/RenewalsPage.tsx').then((m) => m.RenewalsPage),
    },
  ],
  recordPages: {
    supplier: { above: () => import('../supplier/AboutSupplier.tsx').then((m) => m.AboutSupplier) },
    contract: { above: () => import('../contract/AboutContract.tsx').then((m) => m.AboutContract) },
    licence: { above: () => import('./AboutLicence.tsx').then((m) => m.AboutLicence) },
  },
  forms: { supplier: () => import('../supplier/NearNames.tsx').then((m) => m.NearNames) },
  fieldShows: { licence: { free: () => import('./FreeShow.tsx').then((m) => m.FreeShow) } },
  listColumns: {
    supplier: ['name', 'kind', 'state', 'contact', 'phone', 'hotline', 'owner'],
    contract: ['code', 'title', 'state', 'kind', 'supplier', 'validTo', 'noticeOn', 'amount', 'owner'],
    licence: ['name', 'state', 'metric', 'entitled', 'used', 'free', 'endsOn', 'owner'],
    entitlement: ['number', 'licence', 'quantity', 'validFrom', 'validTo', 'state', 'reference', 'contract'],
    allocation: ['number', 'licence', 'person', 'asset', 'quantity', 'state', 'createdAt', 'note'],
  },
  seldom: ['entitlement', 'allocation'],
  tones: {
    supplier: { state: { candidate: 'start', approved: 'kept', suspended: 'late', ended: 'ended' } },
    contract: {
      state: { 'in-force': 'kept', renewed: 'ended', expired: 'late', ended: 'ended' },
    },
    licence: { state: { active: 'kept' } },
    entitlement: { state: { standing: 'kept' } },
    allocation: { state: { held: 'kept' } },
  },
}
