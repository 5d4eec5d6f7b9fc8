import { type Actor, personId } from '../../../record/actor.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { Moment } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import type { Step } from '../runbook/step.rules.ts'
import { type Evidence, lastReading } from './evidence.rules.ts'

/** What the guards look at. */
export interface StepRow {
  readonly plan: Step
  readonly hands: readonly string[]
  readonly maker: string | null
  readonly checkerPost: string | null
  readonly evidence: readonly Evidence[]
  readonly note: string | null
  readonly unknownAt: string | null
  readonly rejectedBy: string | null
}

export type StepState =
  | 'waiting'
  | 'ready'
  | 'doing'
  | 'done'
  | 'checked'
  | 'failed'
  | 'timed-out'
  | 'unknown'
  | 'waive-asked'
  | 'waived'
  | 'override-asked'

/** Whether those that wait for a step may go on: checked, waived, or done where nobody is to check. */
export const isSatisfied = (step: { readonly state: string; readonly checkerPost: string | null }): boolean =>
  step.state === 'checked' || step.state === 'waived' || (step.state === 'done' && step.checkerPost === null)

const aPerson = (actor: Actor): Fault[] =>
  personId(actor) === null
    ? [fault('', 'same-person', '这一步须由人办理并留名。', 'This must be done by a person, under a name.')]
    : []

/** O1: whoever had a hand in the making never checks; nor does work without a name count as a check. */
export const notAHand = (row: StepRow, { actor }: Moment): Fault[] => {
  const me = personId(actor)
  const { hands, maker } = row
  return me !== null && (hands.includes(me) || maker === me)
    ? [
        fault(
          '',
          'same-person',
          '您经办过此步骤,须由另一人复核。',
          'You had a hand in this step; somebody else must check it.',
        ),
      ]
    : aPerson(actor)
}

/** The second of two signatures: by a person, and not by the one who asked. */
export const secondTo =
  (field: 'waiveAskedBy' | 'overrideAskedBy', text: Words) =>
  (row: { readonly [F in typeof field]: string | null }, { actor }: Moment): Fault[] =>
    row[field] !== null && row[field] === personId(actor) ? [{ path: '', code: 'same-person', text }] : aPerson(actor)

export const byAPerson = (_row: object, { actor }: Moment): Fault[] => aPerson(actor)

/** A person calls a step done by hand, with a note where one is wanted; a probe step is closed by its probe alone. */
export const canBeCalledDone = (row: StepRow, { actor }: Moment): Fault[] => {
  const { plan, note } = row
  if (actor.kind === 'system') return []
  if (plan.mode === 'probe')
    return [fault('', 'by-probe', '此步骤由探测结果自动完成。', 'This step is closed by its probe, not by hand.')]
  return plan.evidence === 'note' && !note
    ? [fault('note', 'note-wanted', '此步骤要求填写说明。', 'This step wants a note.')]
    : []
}

/**
 * An unknown outcome may be called done when the step's own probe, asked since, says so; without a probe, when
 * the person writes down what was found.
 */
export const canBeConfirmed = (row: StepRow): Fault[] => {
  const step = row
  if (!ownProbe(step)) return step.note ? [] : [foundWanted]
  const reading = lastReading(step.evidence, step.unknownAt)
  if (!reading) return [notProbed]
  return reading.agrees ? [] : [disagrees(reading.probe, reading.outcome, reading.note)]
}

/** Again, where the runbook allows it or the checker sent it back; after an unknown outcome only once it was looked at. */
export const canBeRetried = (row: StepRow, moment: Moment): Fault[] => {
  const step = row
  const faults = aPerson(moment.actor)
  if (!step.plan.onFailure.retry && step.rejectedBy === null)
    faults.push(
      fault(
        '',
        'no-retry',
        '流程规定此步骤失败后不可重做。',
        'The runbook does not allow this step to be tried again.',
      ),
    )
  if (step.unknownAt === null) return faults
  if (!ownProbe(step)) return step.note ? faults : [...faults, foundWanted]
  const reading = lastReading(step.evidence, step.unknownAt)
  if (!reading) return [...faults, notProbed]
  return reading.agrees
    ? [
        ...faults,
        fault(
          '',
          'already-so',
          `探测「${reading.probe}」显示已达到预期,请确认完成,不要重做。`,
          `Probe ${reading.probe} says it is so already: confirm the step instead of doing it again.`,
        ),
      ]
    : faults
}

export const canBeWaived = (row: StepRow, moment: Moment): Fault[] => [
  ...aPerson(moment.actor),
  ...(row.plan.onFailure.waive
    ? []
    : [fault('', 'no-waiver', '流程规定此步骤不可免除。', 'The runbook does not allow this step to be waived.')]),
]

/** What a person must not cut short: a command that still runs ends by itself, at its limit at the latest. */
export const stillRunning: Fault = fault(
  '',
  'still-running',
  '命令仍在运行,成功后步骤自动完成。',
  'The command is still running; the step is done by itself when it succeeds.',
)

/** The sentence by which a probe stands against a step. */
export const disagrees = (probe: string, outcome: Outcome, note: string): Fault => {
  const [zh, en] = outcomeWords[outcome]
  const more = note ? `:${note}` : ''
  return fault(
    '',
    'probe-disagrees',
    `探测「${probe}」与预期不符(${zh}${more})。`,
    `Probe ${probe} disagrees (${en}${note ? `: ${note}` : ''}).`,
  )
}

type Outcome = 'up' | 'slow' | 'down'

export const outcomeWords: Readonly<Record<Outcome, Words>> = {
  up: ['正常', 'up'],
  slow: ['缓慢', 'slow'],
  down: ['中断', 'down'],
}

const ownProbe = ({ plan }: StepRow): string | undefined => (plan.mode === 'probe' ? plan.probe : plan.proof)

const notProbed = fault(
  '',
  'not-probed',
  '结果不明,须先等探测给出结果。',
  'The outcome is unknown: the step’s probe must be asked first.',
)
const foundWanted = fault(
  'note',
  'note-wanted',
  '结果不明,请先现场查看并写明所见。',
  'The outcome is unknown: look at it and write down what you found.',
)
