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
  /** Half took no longer: milliseconds of working time. */
  responseTook: z.number().nullable(),
  resolutionTook: z.number().nullable(),
}
const whole = z.object({ ...came, out: z.int(), open: z.int() })

/** What `GET /api/trends` answers, but for the names behind its values. */
export const trendsShape = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Bars are of trading days; else of working weeks, since no trading calendar reaches so far. */
  trading: z.boolean(),
  bars: z.array(z.object({ ...came, name: z.iso.date(), from: instant, to: instant, out: z.int(), backlog: z.int() })),
  whole,
  parts: z.array(whole.extend({ value: z.string().nullable() })),
  /** What is open now, by how long it has been. */
  ages: z.array(z.object({ name: z.enum(ages), from: instant.nullable(), to: instant.nullable(), open: z.int() })),
})

export type Trends = z.output<typeof trendsShape>
export type Whole = Trends['whole']
export type TrendBar = Trends['bars'][number]
export type TrendPart = Trends['parts'][number]
export type Came = Omit<Whole, 'out' | 'open'>
