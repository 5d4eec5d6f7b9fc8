import { z } from 'zod'
import type { Step } from '../runbook/step.rules.ts'

/** What a probe said about a step, and whether that is what the step expects. */
const readingEvidence = z.strictObject({
  kind: z.literal('reading'),
  at: z.iso.datetime(),
  probe: z.string(),
  outcome: z.enum(['up', 'slow', 'down']),
  note: z.string(),
  agrees: z.boolean(),
})

/** How a command ended on one component; its output is kept beside the record, its digest here, under the journal. */
const commandEvidence = z.strictObject({
  kind: z.literal('command'),
  at: z.iso.datetime(),
  n: z.int(),
  component: z.string(),
  action: z.string(),
  outcome: z.enum(['ok', 'failed', 'timed-out', 'refused', 'unknown']),
  exitCode: z.int().nullable(),
  outputDigest: z.string().nullable(),
})

export const evidenceSchema = z.array(z.discriminatedUnion('kind', [readingEvidence, commandEvidence]))

export type Evidence = z.output<typeof evidenceSchema>[number]
export type ReadingEvidence = z.output<typeof readingEvidence>
export type AttemptOutcome = z.output<typeof commandEvidence>['outcome']

/** Does an outcome agree with what the step expects? A slow answer is an answer. */
export const agrees = (step: Pick<Step, 'expect'>, outcome: ReadingEvidence['outcome']): boolean =>
  (outcome === 'down') === (step.expect === 'down')

/** The last reading kept since an instant. */
export const lastReading = (evidence: readonly Evidence[], since: string | null): ReadingEvidence | undefined =>
  evidence.findLast((one): one is ReadingEvidence => one.kind === 'reading' && (since === null || one.at >= since))

const mostKept = 100

/** Evidence with more of it; of very much the oldest goes, since the journal has kept it. */
export const withEvidence = (evidence: readonly Evidence[], ...more: readonly Evidence[]): Evidence[] =>
  [...evidence, ...more].slice(-mostKept)
