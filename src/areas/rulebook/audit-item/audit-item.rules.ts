/** The sample of an item, and what a result wants. Pure. */
import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import type { results } from '../audit/audit.rules.ts'

const standings = ['ok', 'bad', 'excepted', 'unknown'] as const

/** A subject that was drawn: how it stood on the date, what proves it, and what the auditor found. */
export const sampleSchema = z.array(
  z.strictObject({
    record: z.string(),
    id: z.uuid(),
    number: z.string(),
    label: z.string(),
    standing: z.enum(standings),
    zh: z.string(),
    en: z.string(),
    proof: z.array(z.strictObject({ record: z.string(), id: z.string(), number: z.string() })),
    found: z.enum(['agrees', 'differs']).nullable(),
    /** Which auditor found it so. */
    foundBy: z.uuid().nullable(),
  }),
)
export type Sample = z.output<typeof sampleSchema>

/** What does not conform says why. */
export const noteWanted = ({
  result,
  note,
}: {
  readonly result: (typeof results)[number] | null
  readonly note: string | null
}): Fault[] =>
  (result === 'nonconforming' || result === 'observation' || result === 'not-applicable') && !note
    ? [fault('note', 'required', '不是符合的,请写明原因或所见。', 'Unless it conforms, say what was seen or why.')]
    : []
