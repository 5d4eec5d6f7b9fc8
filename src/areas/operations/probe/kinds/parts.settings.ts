/** What the settings of several kinds have in common. Times end in `Ms` or `Seconds`; a threshold left out is not judged. */
import { z } from 'zod'
import { shaped } from '../../../../record/shape.ts'
import { kindWords } from './kind.words.ts'

/** Longest a check may take when nothing else is said, in milliseconds. */
const DEFAULT_TIMEOUT_MS = 2_000

export const timeoutMs = shaped(z.int().min(50).max(60_000).default(DEFAULT_TIMEOUT_MS), [
  '时限(毫秒)',
  'Time limit (ms)',
])
export const warnMs = shaped(z.int().positive().max(60_000).optional(), ['超过则缓慢(毫秒)', 'Slow above (ms)'])
export const host = shaped(z.string().trim().min(1).max(253), ['主机', 'Host'])
export const port = shaped(z.int().min(1).max(65_535), ['端口', 'Port'])
export const path = shaped(z.string().trim().min(1).max(1_000), ['路径', 'Path'])
export const percent = z.number().min(0).max(100)
export const seconds = z
  .int()
  .positive()
  .max(366 * 86_400)

/** "The value is below 5", "the value is at least 100": true means trouble. */
const comparison = z.strictObject({
  op: shaped(z.enum(['<', '<=', '=', '!=', '>=', '>']), ['比较', 'Comparison']),
  than: shaped(z.number(), ['值', 'Value']),
})
export type Comparison = z.infer<typeof comparison>

export const warnWhen = shaped(comparison.optional(), ['预警条件', 'Warn when'])
export const downWhen = shaped(comparison.optional(), ['中断条件', 'Down when'])

/** The parts of one kind's settings. */
export const settingsOf = <K extends keyof typeof kindWords, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: shaped(z.literal(kind), ['方式', 'Kind'], { choices: kindWords }), ...shape })

/** Gives a kind's settings the kind's words, once nothing is added to them any more. */
export const ofKind = <S extends z.ZodType>(kind: keyof typeof kindWords, schema: S): S =>
  shaped(schema, kindWords[kind])
