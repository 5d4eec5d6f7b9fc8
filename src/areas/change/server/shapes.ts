import { z } from 'zod'

/** Chinese and English beside each other. */
export const wordsShape = z.tuple([z.string(), z.string()]).readonly()

export const affectedShape = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  criticality: z.enum(['trading', 'important', 'ordinary']),
  environment: z.enum(['production', 'standby', 'practice', 'test']),
  distance: z.int(),
})

export const serviceShape = z.object({ id: z.uuid(), number: z.string(), name: z.string() })

export const freezeShape = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  title: wordsShape,
  by: z.enum(['calendar', 'hand']),
  number: z.string().nullable(),
})

export const clashShape = z.object({
  number: z.string(),
  title: z.string(),
  state: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  same: z.array(z.string()),
  related: z.array(z.string()),
})
