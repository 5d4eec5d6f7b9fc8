import type { AnyRecord } from '../../../../record/record.ts'
import { msOf } from '../../../../record/time.ts'
import { surveyAnswer } from '../../survey-answer/survey-answer.record.ts'
import { type Address, addressOf, answersOf, type Figure, type Kind } from '../../trend/trend.rules.ts'

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

/** What leads to a list: a figure of tickets, or the grades that people gave. */
export type Leading = Figure | 'rated'

/** Where a figure of a period leads: the list of exactly what it counts; undefined where no list tells it apart. */
export function behind({ kind, filters }: Lens, figure: Leading, { from, to }: Period, more: Address = {}) {
  const span = { from: from === null ? null : msOf(from), to: to === null ? null : msOf(to) }
  const all = { ...filters, ...more }
  if (figure !== 'rated') return { to: `/${kind.record.plural}`, search: addressOf(kind, figure, span, all) }
  const search = answersOf(kind.record.name, span, all)
  return search && { to: `/${surveyAnswer.plural}`, search }
}
