import { z } from 'zod'
import { type Who, whoSchema } from './who.ts'
import type { Words } from './words.ts'

/** Who is asked: somebody named by what they are, or found from the row and from whoever asks. */
export const askedSchema = z.discriminatedUnion('is', [
  ...whoSchema.options,
  /** The persons in a field of the row. */
  z.strictObject({ is: z.literal('field'), field: z.string().min(1).max(60) }),
  /** The head of the department of the person in that field. */
  z.strictObject({ is: z.literal('head-of'), field: z.string().min(1).max(60) }),
  /** The head of the department of whoever asks. */
  z.strictObject({ is: z.literal('requesters-head') }),
])

export type AskedWho = z.output<typeof askedSchema> | Who

const whom = z.array(askedSchema).min(1).max(20)
const name = z.string().trim().min(1).max(80)

/** One step of an approval: who is asked, how many of them must agree, and who else is asked when it takes too long. */
export const approvalStepSchema = z.strictObject({
  name: z.union([name, z.tuple([name, name])]),
  who: whom,
  need: z.union([z.enum(['any', 'all']), z.int().min(1).max(20)]),
  /** Whoever agrees proves presence again and signs what was shown. */
  sign: z.boolean().default(false),
  escalate: z
    .strictObject({ afterMinutes: z.int().min(1).max(43_200), to: whom })
    .nullable()
    .default(null),
})

export type ApprovalStep = z.output<typeof approvalStepSchema>
export type Need = ApprovalStep['need']

/** In the order in which they are asked: the next only once the one before has agreed. */
export const approvalStepsSchema = z.array(approvalStepSchema).min(1).max(10)

export const stepWords = ({ name }: Pick<ApprovalStep, 'name'>): Words =>
  typeof name === 'string' ? [name, name] : name

/** Somebody who was asked in a step; those it was escalated to may fill in for whoever stays silent. */
export interface Seat {
  readonly person: string
  readonly escalated: boolean
}

/** How many must agree, of those who were asked in the first place. */
export const needed = (need: Need, asked: number): number => (need === 'any' ? 1 : need === 'all' ? asked : need)

/**
 * Where a step stands. Where all must agree one refusal ends it; otherwise it is refused once too few are left who could
 * still agree. A voice of somebody it was escalated to counts in place of one who stays silent.
 */
export function standingOf(
  need: Need,
  seats: readonly Seat[],
  voices: readonly { readonly vote: 'agree' | 'refuse' }[],
): 'open' | 'agreed' | 'refused' {
  const count = needed(need, seats.filter(({ escalated }) => !escalated).length)
  const agreed = voices.filter(({ vote }) => vote === 'agree').length
  const refused = voices.length - agreed
  if (need === 'all' && refused > 0) return 'refused'
  if (agreed >= count && agreed > 0) return 'agreed'
  return seats.length - refused < count ? 'refused' : 'open'
}
