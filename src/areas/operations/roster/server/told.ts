import { z } from 'zod'
import { instantAt } from '../../../../record/time.ts'
import { tradingDayOf } from '../../calendar/calendar.rules.ts'
import { type Finding, findingKinds } from '../shape.rules.ts'
import type { Laid } from './ground.ts'

/** A finding as it is told: instants, names and the trading day. */
export const toldFinding = z.object({
  kind: z.enum(findingKinds),
  from: z.string(),
  to: z.string(),
  tradingDay: z.string().nullable(),
  position: z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() }).nullable(),
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  duties: z.array(z.string()),
  have: z.number(),
  want: z.number(),
})
export type ToldFinding = z.output<typeof toldFinding>

export function tell({ calendar, positions, people }: Laid, findings: readonly Finding[]): ToldFinding[] {
  const placeOf = new Map(positions.map(({ id, name, nameEn }) => [id, { id, name, nameEn }]))
  const personOf = new Map(people.map(({ id, name }) => [id, { id, name }]))
  return findings.map(({ from, to, position, person, duties, ...rest }) => {
    const day = calendar ? tradingDayOf(calendar, instantAt(from)) : 'unknown'
    return {
      ...rest,
      ...{ from: instantAt(from), to: instantAt(to), duties: [...duties] },
      tradingDay: day === 'unknown' ? null : day,
      position: position === null ? null : (placeOf.get(position) ?? null),
      person: person === null ? null : (personOf.get(person) ?? null),
    }
  })
}
