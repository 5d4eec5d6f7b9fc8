import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'

const line = z.string().trim().min(1).max(200)

/** Why, and why that, and why that: each answer is asked again, the last is the root. */
export const whysSchema = z.array(shaped(line, ['为什么', 'Why'], { long: true })).max(9)

/** A bone of the fish: a kind of cause, with what of that kind was found. */
export const bonesSchema = z
  .array(
    z.strictObject({
      category: shaped(line.max(30), ['类别', 'Category']),
      causes: shaped(z.array(shaped(line, ['原因', 'Cause'])).max(8), ['原因', 'Causes']),
    }),
  )
  .max(8)

export type Bones = z.output<typeof bonesSchema>
