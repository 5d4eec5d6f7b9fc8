import type { Words } from '../../../record/words.ts'
import type { Step } from '../runbook/step.rules.ts'
import { type AttemptOutcome, agrees, type Evidence, lastReading, withEvidence } from './evidence.rules.ts'
import { outcomeWords } from './run-step.rules.ts'

/** How long after a command's success its proof may still disagree before the step has failed. */
export const proofPatienceMs = 30_000

export interface Told {
  readonly state: string
  readonly plan: Step
  readonly evidence: readonly Evidence[]
  readonly unknownAt: string | null
}

/** The last try on one component. */
export interface Tried {
  readonly n: number
  readonly componentCode: string
  readonly action: string
  readonly state: string
  readonly outcome: AttemptOutcome | null
  readonly exitCode: number | null
  readonly endedAt: string | null
  readonly outputDigest: string
}

export interface Answered {
  readonly outcome: 'up' | 'slow' | 'down'
  readonly note: string
}

/** What follows by itself from what is known of a step: a verb, or only more evidence; null when there is nothing yet. */
export interface Settled {
  readonly verb: 'done' | 'fail' | 'time-out' | 'lose' | 'update'
  readonly evidence: Evidence[]
  readonly failure?: string
}

/** Looks at a step in hand, the last try on each of its components and its probe's answer, and says what follows. */
export function settled(step: Told, tries: readonly Tried[], answer: Answered | null, now: string): Settled | null {
  const reading = answer && readingOf(step.plan, answer, now)
  if (step.state === 'unknown') {
    const known = lastReading(step.evidence, step.unknownAt)
    if (!reading || known?.outcome === reading.outcome) return null
    return { verb: 'update', evidence: withEvidence(step.evidence, reading) }
  }
  if (step.state !== 'doing') return null
  if (step.plan.mode === 'probe')
    return reading?.agrees ? { verb: 'done', evidence: withEvidence(step.evidence, reading) } : null
  return step.plan.mode === 'command' ? afterCommand(step, tries, reading, now) : null
}

function afterCommand(
  step: Told,
  tries: readonly Tried[],
  reading: ReturnType<typeof readingOf> | null,
  now: string,
): Settled | null {
  if (tries.length === 0 || tries.some(({ state }) => state !== 'ended')) return null
  const known = new Set(step.evidence.flatMap((one) => (one.kind === 'command' ? [one.n] : [])))
  const news = tries.filter(({ n }) => !known.has(n)).map(commandOf)
  for (const [outcomes, verb, words] of bad) {
    const hit = tries.filter(({ outcome }) => outcome !== null && outcomes.includes(outcome))
    if (hit.length > 0)
      return { verb, evidence: withEvidence(step.evidence, ...news), failure: both(named(words, hit)) }
  }
  if (step.plan.proof !== undefined) {
    if (!reading) return null
    if (!reading.agrees) return doubted(step, tries, news, reading, now)
  }
  const evidence = withEvidence(step.evidence, ...news, ...(reading ? [reading] : []))
  // Where a note is wanted the maker has the last word.
  if (step.plan.evidence === 'note') return news.length > 0 ? { verb: 'update', evidence } : null
  return { verb: 'done', evidence }
}

/** The command says it succeeded and the probe does not see it: wait a little, then believe the probe. */
function doubted(
  step: Told,
  tries: readonly Tried[],
  news: readonly Evidence[],
  reading: ReturnType<typeof readingOf>,
  now: string,
): Settled | null {
  const ended = Math.max(...tries.map(({ endedAt }) => Date.parse(endedAt ?? now)))
  if (Date.parse(now) - ended < proofPatienceMs)
    return news.length > 0 ? { verb: 'update', evidence: withEvidence(step.evidence, ...news) } : null
  const [zh, en] = outcomeWords[reading.outcome]
  return {
    verb: 'fail',
    evidence: withEvidence(step.evidence, ...news, reading),
    failure: both([
      `命令成功,但探测「${reading.probe}」不符(${zh})`,
      `the command succeeded, but probe ${reading.probe} disagrees (${en})`,
    ]),
  }
}

// In this order: what is not known weighs more than what failed.
const bad: readonly (readonly [readonly AttemptOutcome[], 'lose' | 'time-out' | 'fail', Words])[] = [
  [['unknown'], 'lose', ['命令运行中服务器中断', 'the server ended while the command ran']],
  [
    ['timed-out'],
    'time-out',
    ['命令超过时限,已连同其全部进程结束', 'the command passed its limit and was ended with all its processes'],
  ],
  [['failed', 'refused'], 'fail', ['命令失败', 'the command failed']],
]

const named = ([zh, en]: Words, tries: readonly Tried[]): Words => {
  const codes = tries.map(
    ({ componentCode, exitCode }) => `${componentCode}${exitCode === null ? '' : ` (${exitCode})`}`,
  )
  return [`${zh}:${codes.join('、')}`, `${en}: ${codes.join(', ')}`]
}

/** What the system writes where a person would write in one language. */
const both = ([zh, en]: Words): string => `${zh} · ${en}`

const readingOf = (plan: Step, { outcome, note }: Answered, at: string) => ({
  kind: 'reading' as const,
  at,
  probe: (plan.mode === 'probe' ? plan.probe : plan.proof) ?? '',
  outcome,
  note,
  agrees: agrees(plan, outcome),
})

const commandOf = ({ n, componentCode, action, outcome, exitCode, endedAt, outputDigest }: Tried): Evidence => ({
  kind: 'command',
  at: endedAt ?? '',
  n,
  component: componentCode,
  action,
  outcome: outcome ?? 'unknown',
  exitCode,
  outputDigest,
})
