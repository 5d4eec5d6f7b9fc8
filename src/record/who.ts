import { z } from 'zod'

/** Somebody named by what they are, as settings say it: whoever holds the post on the day it matters. */
export const whoSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('person'), id: z.uuid().toLowerCase() }),
  z.strictObject({ is: z.literal('role'), code: z.string().min(1).max(60) }),
  z.strictObject({ is: z.literal('post'), id: z.uuid().toLowerCase() }),
  z.strictObject({ is: z.literal('team'), id: z.uuid().toLowerCase() }),
  z.strictObject({ is: z.literal('department'), id: z.uuid().toLowerCase() }),
  /** The head of a department. */
  z.strictObject({ is: z.literal('head'), department: z.uuid().toLowerCase() }),
])

export type Who = z.output<typeof whoSchema>
