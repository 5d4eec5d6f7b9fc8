import type { AnyRecord } from '../../../../record/record.ts'
import { msOf } from '../../../../record/time.ts'
import { type Address, addressOf, type Figure, type Kind } from '../../trend/trend.rules.ts'

/** What is looked at: the kind of ticket, and the filters that hold for every figure. */
export interface Lens {
  readonly kind: Kind & { readonly record: AnyRecord }
  readonly filters: Address
}

/** A period as the server says it. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

/** Where a figure of a period leads: the list of exactly what it counts. */
export const behind = ({ kind, filters }: Lens, figure: Figure, { from, to }: Period, more: Address = {}) => ({
  to: `/${kind.record.plural}`,
  search: addressOf(
    kind,
    figure,
    { from: from === null ? null : msOf(from), to: to === null ? null : msOf(to) },
    { ...filters, ...more },
  ),
})
