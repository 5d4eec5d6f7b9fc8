/** What a management review looks at. Pure. */
import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import { controlStates } from '../control/state.rules.ts'

const states = z.strictObject(
  Object.fromEntries(controlStates.map((one) => [one, z.int()])) as Record<(typeof controlStates)[number], z.ZodInt>,
)

/** Counts of a period, as they were when it was compiled. */
export const figuresSchema = z.strictObject({
  /** How the controls of each area stood as the period began, and how at its end. */
  areas: z.array(z.strictObject({ area: z.string(), before: states, after: states })),
  findings: z.strictObject({
    open: z.int(),
    overdue: z.int(),
    raised: z.int(),
    closed: z.int(),
    reopened: z.int(),
    major: z.int(),
  }),
  actions: z.strictObject({ open: z.int(), overdue: z.int(), verified: z.int() }),
  incidents: z.strictObject({ raised: z.int(), trading: z.int(), major: z.int(), open: z.int() }),
  changes: z.strictObject({ ended: z.int(), succeeded: z.int(), rolledBack: z.int() }),
  obligations: z.strictObject({ inForce: z.int(), covered: z.int(), assessed: z.int() }),
  audits: z.strictObject({ reported: z.int(), running: z.int() }),
  exceptions: z.int(),
})
export type Figures = z.output<typeof figuresSchema>

export const inOrder = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }): Fault[] =>
  endsOn < startsOn
    ? [fault('endsOn', 'before-start', '结束日期不能早于开始日期。', 'It must not end before it begins.')]
    : []

/** A share in whole percent, or null where there is nothing to share. */
const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((part / whole) * 100))

const percent = (part: number, whole: number): string => {
  const one = share(part, whole)
  return one === null ? '—' : `${one}% (${part}/${whole})`
}

/** Figures as lines, by what they are: one after the other for whoever reads them. */
export const linesOf = ({ findings, actions, incidents, changes, obligations, audits, exceptions }: Figures) =>
  [
    ['findingsOpen', `${findings.open}`],
    ['findingsOverdue', `${findings.overdue}`],
    ['findingsMajor', `${findings.major}`],
    ['findingsRaised', `${findings.raised}`],
    ['findingsClosed', `${findings.closed}`],
    ['findingsReopened', `${findings.reopened}`],
    ['actionsOpen', `${actions.open}`],
    ['actionsOverdue', `${actions.overdue}`],
    ['incidents', `${incidents.raised}`],
    ['incidentsTrading', `${incidents.trading}`],
    ['incidentsMajor', `${incidents.major}`],
    ['changes', `${changes.ended}`],
    ['changesSucceeded', percent(changes.succeeded, changes.ended)],
    ['obligations', `${obligations.inForce}`],
    ['obligationsCovered', percent(obligations.covered, obligations.inForce)],
    ['audits', `${audits.reported}`],
    ['auditsRunning', `${audits.running}`],
    ['exceptions', `${exceptions}`],
  ] as const
