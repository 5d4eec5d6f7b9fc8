import { z } from 'zod'
import { logEntry } from '../log-entry/log-entry.record.ts'

const count = z.int().min(0)
const kind = z.enum(logEntry.fields.kind.choices)
const component = z.object({ id: z.uuid(), name: z.string() })

/** How often something stood in the log of the period, and of as many days before it. */
const figure = { count, before: count }

/** What a review shows. All but the kinds leave out what is mere information. */
export const reviewedSchema = z.object({
  before: z.object({ from: z.iso.date(), to: z.iso.date() }),
  lines: z.object({
    ...figure,
    first: z.string().nullable(),
    last: z.string().nullable(),
    /** Over the journal's digests of all of them, in their order. */
    digest: z.string(),
  }),
  /** The newest seal when it was drawn up: it covers the last line. */
  seal: z.object({ id: z.int(), at: z.iso.datetime(), digest: z.string() }).nullable(),
  kinds: z.array(z.object({ kind, ...figure })),
  components: z.array(z.object({ component, ...figure })),
  hours: z.array(z.object({ hour: z.int().min(0).max(23), ...figure })),
  /** The same kind about the same component, often enough to be no accident. */
  recurring: z.array(z.object({ kind, component, days: count, ...figure })),
})

export type Reviewed = z.output<typeof reviewedSchema>

/** At least so often in the period, and it recurs. */
export const recursAt = 3

/** What grows stands first; then what is most. */
export const growing = <T extends { readonly count: number; readonly before: number }>(all: readonly T[]): T[] =>
  [...all].sort((one, other) => other.count - other.before - (one.count - one.before) || other.count - one.count)
