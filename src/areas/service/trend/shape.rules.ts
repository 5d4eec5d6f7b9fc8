import { z } from 'zod'
import { ages } from './trend.rules.ts'

const instant = z.iso.datetime()

const came = {
  in: z.int(),
  reopened: z.int(),
  responseJudged: z.int(),
  responseKept: z.int(),
  resolutionJudged: z.int(),
  resolutionKept: z.int(),
}
/** Half took no longer: milliseconds of working time. */
const took = { responseTook: z.number().nullable(), resolutionTook: z.number().nullable() }
/** Grades from 1 to 5 that people gave, anonymous ones too: lists do not hold those. */
const rating = { rated: z.int(), grade: z.number().nullable() }
const whole = z.object({ ...came, ...took, ...rating, out: z.int(), open: z.int() })

/** What `GET /api/trends` answers, but for the names behind its values. */
export const trendsShape = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Bars are of trading days; else of working weeks, since no trading calendar reaches so far. */
  trading: z.boolean(),
  /** From the first that holds a ticket of the firm on: before it there is nothing to tell, not even nought. */
  bars: z.array(
    z.object({ ...came, ...rating, name: z.iso.date(), from: instant, to: instant, out: z.int(), backlog: z.int() }),
  ),
  whole,
  parts: z.array(whole.extend({ value: z.string().nullable() })),
  /** What is open now, by how long it has been. */
  ages: z.array(z.object({ name: z.enum(ages), from: instant.nullable(), to: instant.nullable(), open: z.int() })),
})

export type Trends = z.output<typeof trendsShape>
export type Whole = Trends['whole']
export type TrendBar = Trends['bars'][number]
export type TrendPart = Trends['parts'][number]
export type Rating = Pick<Whole, 'rated' | 'grade'>
export type Took = Pick<Whole, 'responseTook' | 'resolutionTook'>
export type Came = Omit<Whole, 'out' | 'open' | keyof Rating | keyof Took>
