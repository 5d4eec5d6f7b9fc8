import type { RowOf } from '../../../../record/record.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import type { run } from '../../run/run.record.ts'
import type { runStep } from '../../run-step/run-step.record.ts'
import type { Shown } from '../../runbook/parameter.rules.ts'

export interface ReportSignature {
  readonly verb: string
  readonly person: string
  readonly at: string
  readonly method: string
  readonly digest: string
}

export interface ReportAttempt {
  readonly n: number
  readonly round: number
  readonly component: string
  readonly action: string
  readonly program: string
  readonly args: readonly string[]
  readonly outcome: string | null
  readonly exitCode: number | null
  readonly launchedAt: string | null
  readonly endedAt: string | null
  readonly outputDigest: string
}

export type ReportStep = RowOf<typeof runStep> & {
  readonly attempts: readonly ReportAttempt[]
  readonly signatures: readonly ReportSignature[]
}

export interface Report {
  readonly parameters?: readonly Shown[]
  readonly run: RowOf<typeof run>
  readonly runbooks: readonly {
    readonly number: string
    readonly code: string
    readonly edition: number
    readonly approvedBy: string | null
    readonly approvedAt: string | null
  }[]
  readonly steps: readonly ReportStep[]
  readonly signatures: readonly ReportSignature[]
}

export interface ReportAnswer {
  readonly report: Report
  readonly digest: string
  readonly signedDigest: string | null
  /** Whether it is still what was signed; null before it was. */
  readonly matches: boolean | null
  readonly refs: Refs
}

/** The report of a run as it is now, with whether that is what was signed; live while the run goes on. */
export const useReport = (key: string) => useCall<ReportAnswer>(`/runs/${key}/report`, {}, ['run', 'run-step'])

/** Steps that went another way than planned, by what happened: what was decided first, then what befell. */
export const exceptionsOf = (
  steps: readonly ReportStep[],
): readonly { what: Exception; steps: readonly ReportStep[] }[] =>
  exceptions.map((what) => ({ what, steps: steps.filter(applies[what]) })).filter((found) => found.steps.length > 0)

const exceptions = ['waived', 'overridden', 'repeated', 'late', 'missed'] as const
export type Exception = (typeof exceptions)[number]

const applies: Readonly<Record<Exception, (step: ReportStep) => boolean>> = {
  waived: ({ state }) => state === 'waived',
  overridden: ({ overriddenBy }) => overriddenBy !== null,
  repeated: ({ round, attempts }) => round > 1 || attempts.some(({ outcome }) => outcome !== null && outcome !== 'ok'),
  late: ({ lateAt }) => lateAt !== null,
  missed: ({ missedAt }) => missedAt !== null,
}
