import { z } from 'zod'
import { verdicts } from './resource.rules.ts'

const words = z.tuple([z.string(), z.string()])

/** The figures of an asset over twelve months; money in yuan, shares in percent, times in minutes. */
export const figuresShape = z.object({
  state: z.string(),
  ageMonths: z.int().nullable(),
  lifeMonths: z.number(),
  cost: z.number().nullable(),
  bookValue: z.number().nullable(),
  costYear: z.number(),
  spentYear: z.number(),
  spentAll: z.number(),
  repairs: z.int(),
  failures: z.int(),
  responseMinutes: z.int().nullable(),
  downMinutes: z.number(),
  use: z.number().nullable(),
  fullest: z.number().nullable(),
  slow: z.number().nullable(),
  up: z.number().nullable(),
  idleDays: z.int().nullable(),
  warrantyUntil: z.string().nullable(),
  supportUntil: z.string().nullable(),
})

export const judgedShape = z.object({
  verdict: z.enum(verdicts),
  score: z.int(),
  reasons: z.array(z.object({ code: z.string(), for: z.enum(verdicts), grave: z.boolean(), words })),
})

/** An asset as the page of resources shows it. */
export const resourceShape = judgedShape.extend({
  asset: z.uuid(),
  tag: z.string(),
  number: z.string(),
  name: z.string(),
  category: z.uuid(),
  model: z.uuid().nullable(),
  location: z.uuid().nullable(),
  department: z.uuid().nullable(),
  figures: figuresShape,
})
export type Resource = z.output<typeof resourceShape>

/** By what assets are put together. */
export const aspects = ['category', 'model', 'department', 'service'] as const
export type Aspect = (typeof aspects)[number]

/** The assets of one category, model, department or service together; a service bears its share of what it stands on. */
export const partShape = z.object({
  /** Null: of no model or department; of a service: assets that none stands on are left out. */
  id: z.uuid().nullable(),
  label: z.string().nullable(),
  assets: z.int(),
  advised: z.int(),
  ageMonths: z.number().nullable(),
  use: z.number().nullable(),
  failures: z.number(),
  repairs: z.number(),
  responseMinutes: z.number().nullable(),
  cost: z.number(),
  bookValue: z.number(),
  spentYear: z.number(),
  costYear: z.number(),
})
export type Part = z.output<typeof partShape>

/** In which order the list stands: the strongest verdict, the oldest, the dearest, what fails most; largest first. */
export const orders = ['score', 'ageMonths', 'costYear', 'failures'] as const
