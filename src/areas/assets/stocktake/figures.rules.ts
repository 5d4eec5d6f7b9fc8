import { z } from 'zod'

const count = z.int().min(0)

/** What a stocktake came to, as it is kept with it. Every expected asset is in exactly one of `found` to `twice`. */
export const figuresSchema = z.object({
  expected: count,
  found: count,
  wrongPlace: count,
  wrongHolder: count,
  missing: count,
  twice: count,
  /** Beyond what was expected: registered elsewhere or out of scope, and of those the tags that nobody knows. */
  surplus: count,
  unknown: count,
  /** By place as frozen; null: those without one. */
  places: z.array(z.object({ id: z.uuid().nullable(), expected: count, counted: count })),
  counters: z.array(z.object({ id: z.uuid(), counts: count, first: z.iso.datetime(), last: z.iso.datetime() })),
})

export type Figures = z.output<typeof figuresSchema>

/** The figures for whoever counts blind: what was counted, and nothing of what is expected. */
export const blinded = ({ places, counters }: Figures): Figures => ({
  ...{ expected: 0, found: 0, wrongPlace: 0, wrongHolder: 0, missing: 0, twice: 0, surplus: 0, unknown: 0 },
  places: places.flatMap((one) => (one.counted > 0 ? [{ ...one, expected: one.counted }] : [])),
  counters,
})
