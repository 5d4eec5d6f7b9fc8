/**
 * What a step of a runbook says: pure zod, shared by the declaration, the editor's form and the checks. Instants are not
 * here: a step states its times relative to a session, and a run turns them into instants on its trading day.
 */
import { z } from 'zod'

const line = z.string().trim().min(1).max(120)
const prose = z.string().trim().min(1).max(4_000)
const code = z.string().trim().min(1).max(60)

/** A moment relative to a session of the trading day; minutes after the edge, negative before it. */
export const markSchema = z.strictObject({
  session: code,
  edge: z.enum(['start', 'end']),
  offsetMinutes: z.int().min(-1_440).max(1_440),
})

/** What differs when the step is done in reverse, in the runbook that mirrors this one. */
const closingSchema = z.strictObject({
  /** The reverse has no such step; the order around it stays. */
  skip: z.literal(true).optional(),
  title: z.tuple([line, line]).optional(),
  instructions: prose.optional(),
  instructionsEn: prose.optional(),
  expected: prose.optional(),
  expectedEn: prose.optional(),
  earliest: markSchema.optional(),
  deadline: markSchema.optional(),
})

export const stepSchema = z.strictObject({
  /** Names the step within its runbook, in every edition. */
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  title: z.tuple([line, line]),
  instructions: prose,
  instructionsEn: prose.optional(),
  expected: prose,
  expectedEn: prose.optional(),
  /** By a person's hand; by the declared action of components; closed by a probe alone; or the steps of another runbook in its place. */
  mode: z.enum(['hand', 'command', 'probe', 'runbook']),
  /** Codes of the components it concerns; a command runs once for each. */
  components: z.array(code).max(50).default([]),
  /** Which of the components' declared actions a command runs. */
  action: z.enum(['start', 'stop', 'restart', 'status', 'backup']).optional(),
  /** What the command gets after the arguments that its component declares, each as it stands. */
  args: z.array(z.string().min(1).max(1_000)).max(20).optional(),
  /** Code of the runbook that the step stands for. Who does it and how its steps say. */
  runbook: code.optional(),
  /** What that one's parameters are, by key. */
  parameters: z.record(z.string().max(40), z.string().min(1).max(500)).optional(),
  /** Number of the probe that closes a step by probe. */
  probe: code.optional(),
  /** Number of the step's own probe: while it disagrees the step cannot be called done. */
  proof: code.optional(),
  /** What the step's probe must say. */
  expect: z.enum(['up', 'down']).default('up'),
  /** Codes of posts. Without a checker post, done is enough. */
  makerPost: code,
  checkerPost: code.nullable().default(null),
  /** Keys of the steps that must be satisfied before. */
  needs: z.array(z.string().max(40)).max(50).default([]),
  earliest: markSchema.optional(),
  deadline: markSchema.optional(),
  evidence: z.enum(['note', 'none']).default('none'),
  onFailure: z.strictObject({ retry: z.boolean(), waive: z.boolean() }).default({ retry: true, waive: true }),
  closing: closingSchema.optional(),
})

/** The steps of a runbook, in the order they are read. Their order of work is in `needs`. */
export const stepsSchema = z.array(stepSchema).max(200)

export type Mark = z.output<typeof markSchema>
export type Step = z.output<typeof stepSchema>
/** A step as it may be written, with defaults left out. */
export type StepInput = z.input<typeof stepSchema>

/** The probe that has a say in the step: the one that closes it, or its proof. */
export const probeOf = (step: Step): string | undefined => (step.mode === 'probe' ? step.probe : step.proof)
