import { z } from 'zod'

const step = z.object({ position: z.int(), at: z.iso.datetime(), people: z.array(z.uuid()) })

/** What stands around an alarm: names behind its ids come as refs. */
export const aroundSchema = z.object({
  /** The edition in effect of what is to be done. */
  runbook: z.uuid().nullable(),
  /** How many are told with it, it not counted. */
  group: z.int(),
  escalation: z
    .object({
      policy: z.uuid(),
      /** Steps that were carried out, the first first; one that told nobody was empty. */
      told: z.array(step),
      /** What comes next, and whom it would tell now. */
      next: step.nullable(),
    })
    .nullable(),
  similar: z.array(
    z.object({
      id: z.uuid(),
      /** What it has in common: the key, the component, or what both stand on. */
      like: z.enum(['key', 'component', 'upstream']),
      title: z.string(),
      titleEn: z.string().nullable(),
      firstAt: z.iso.datetime(),
      resolvedAt: z.iso.datetime(),
      resolvedBy: z.uuid().nullable(),
      resolution: z.string().nullable(),
      incident: z.uuid().nullable(),
    }),
  ),
})

export type Around = z.output<typeof aroundSchema>
export type Similar = Around['similar'][number]
