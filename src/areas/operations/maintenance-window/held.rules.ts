import { z } from 'zod'

/** Something that a window held back. */
export const heldSchema = z.object({
  key: z.string(),
  severity: z.enum(['critical', 'warning']),
  title: z.string(),
  titleEn: z.string(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  times: z.int(),
  overAt: z.iso.datetime().nullable(),
  /** What was raised at the window's end. */
  alarm: z.object({ id: z.uuid(), number: z.string() }).nullable(),
})

export type Held = z.output<typeof heldSchema>
