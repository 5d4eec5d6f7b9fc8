import { monthAway } from '../../../../record/time.ts'
import type { Renewal } from '../../renewal/shape.rules.ts'

/** What runs out in one month; `null`: it is over already. */
export interface Month {
  readonly month: string | null
  readonly items: readonly Renewal[]
}

/** In their order; what is over comes first, under one heading. */
export function monthsOf(items: readonly Renewal[], today: string): Month[] {
  const months = new Map<string | null, Renewal[]>()
  for (const one of items) {
    const month = one.endsOn < today ? null : one.endsOn.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), one])
  }
  return [...months].map(([month, all]) => ({ month, items: all }))
}

/** Every month from one date to another: `2026-11`. */
export function monthNames(from: string, to: string): string[] {
  const names: string[] = []
  for (let name = from.slice(0, 7); name <= to.slice(0, 7); name = monthAway(name, 1)) names.push(name)
  return names
}

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
