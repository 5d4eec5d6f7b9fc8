import { z } from 'zod'

/** What runs out: a contract, an entitlement of a licence, the warranty of assets, a maker's help for a model. */
export const renewalKinds = ['contract', 'licence', 'warranty', 'support'] as const
export type RenewalKind = (typeof renewalKinds)[number]

/** A thing that runs out, or the assets of one model whose warranty ends in one month. */
const renewal = z.object({
  kind: z.enum(renewalKinds),
  id: z.string(),
  /** Null: assets of no model. */
  label: z.string().nullable(),
  /** Its last day; of several the first of their last days. */
  endsOn: z.iso.date(),
  /** By then one must have decided. */
  decideOn: z.iso.date().nullable(),
  /** Assets it is of, or so many seats, devices, cores. */
  count: z.number().nullable(),
  owner: z.uuid().nullable(),
  supplier: z.uuid().nullable(),
  /** It goes on by itself, or another contract goes on from it. */
  goesOn: z.enum(['by-itself', 'renewed']).nullable(),
  /** Where it is looked at: a path of the web app, and its search. */
  path: z.string(),
  search: z.record(z.string(), z.string()),
})
export type Renewal = z.output<typeof renewal>

/** What `GET /api/renewals` answers, but for the names behind its links. */
export const renewalsShape = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  today: z.iso.date(),
  items: z.array(renewal),
  /** More runs out than is shown. */
  more: z.boolean(),
})
