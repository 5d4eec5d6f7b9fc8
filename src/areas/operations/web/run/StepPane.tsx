import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Refs } from '../../../../web/client/types.ts'
import { showInstant, showTime } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { isLongerThanUsual } from '../../run/usual.rules.ts'
import { runStepWords } from '../../run-step/run-step.words.ts'
import { Age } from '../clock/Age.tsx'
import { useServerNow } from '../clock/server-time.ts'
import { spanOf } from '../plan/plan.ts'
import { planWords } from '../plan/words.ts'
import type { BoardStep } from './board.ts'
import { Marks, TimingShow, titleOf } from './StepBox.tsx'
import { StepEvidence } from './StepEvidence.tsx'
import { stateOfStep, toneOfStep } from './step.ts'
import { runScreenWords as words } from './words.ts'

interface StepPaneProps {
  readonly step: BoardStep
  readonly refs: Refs
}

/**
 * The step in hand: what to do, what is expected, what speaks for it. For whoever is to check, the maker's evidence
 * comes first.
 */
export function StepPane({ step, refs }: StepPaneProps) {
  const say = useSay()
  const { plan } = step
  const toCheck = step.state === 'done' && step.checkerPost !== null
  const task = (
    <>
      <Part title={say(words.instructions)}>
        <p className="ts-prose">{say([plan.instructions, plan.instructionsEn ?? plan.instructions])}</p>
      </Part>
      <Part title={say(words.expected)}>
        <p className="ts-prose">{say([plan.expected, plan.expectedEn ?? plan.expected])}</p>
      </Part>
    </>
  )
  const evidence = (
    <Part title={say(words.evidence)}>
      <StepEvidence step={step} refs={refs} />
    </Part>
  )
  return (
    <div className="ops-step">
      <header>
        <div className="ts-crumb">
          <Link to={`/run-steps/${step.number}`} className="ts-number" title={say(words.openRecord)}>
            {step.number}
          </Link>
          <span>{say(runStepWords.choices.mode[step.mode] ?? [step.mode, step.mode])}</span>
          <Marks step={step} />
        </div>
        <h2 className="ts-title">
          <span className="ops-position">{step.position}</span> {titleOf(step, say)}
        </h2>
        <p className="ops-line">
          <StateTag tone={toneOfStep(step)} word={say(stateOfStep(step))} />
          {step.state === 'doing' && step.startedAt && (
            <span className="ts-quiet">
              {say(words.running)} <Age since={step.startedAt} />
            </span>
          )}
          {step.usual && <AgainstUsual step={step} />}
          {step.earliestAt && (
            <span className="ts-quiet ts-figures">
              {say(words.earliest)} {showTime(step.earliestAt)}
            </span>
          )}
          <TimingShow step={step} />
        </p>
      </header>
      <Blockers step={step} />
      <Trouble step={step} refs={refs} />
      {toCheck && evidence}
      {task}
      <People step={step} refs={refs} />
      {!toCheck && evidence}
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="ops-heading">{title}</h3>
    {children}
  </section>
)

/** What it waits for, in words. */
function Blockers({ step }: { step: BoardStep }) {
  const say = useSay()
  if (step.blockers.length === 0) return null
  return (
    <div className="ops-trouble" role="status">
      <b>{say(words.blocked)}</b>
      {step.blockers.map(({ text }) => (
        <div key={text[0]}>{say(text)}</div>
      ))}
    </div>
  )
}

/** Whatever went another way than planned: failed, sent back, asked to be waived or done out of order. */
function Trouble({ step, refs }: StepPaneProps) {
  const say = useSay()
  const lines: ReactNode[] = []
  const line = (key: string, title: string, reason: string | null, people: readonly [string, string | null][]) =>
    lines.push(
      <div key={key} className="ops-trouble">
        <b>{title}</b>
        {reason && <p className="ts-prose">{reason}</p>}
        {people.map(([what, id]) => (
          <span key={what} className="ts-quiet">
            {id && what} {id && <RefLink id={id} refs={refs} />}{' '}
          </span>
        ))}
      </div>,
    )
  if (step.failure) line('failure', say(words.failure), step.failure, [[say(words.sentBackBy), step.rejectedBy]])
  if (step.waiveReason)
    line('waive', say(words.waiver), step.waiveReason, [
      [say(words.askedBy), step.waiveAskedBy],
      [say(words.signedBy), step.waivedBy],
    ])
  if (step.overrideReason)
    line('override', say(words.override), step.overrideReason, [
      [say(words.askedBy), step.overrideAskedBy],
      [say(words.signedBy), step.overriddenBy],
    ])
  return lines.length > 0 ? <div className="ops-troubles">{lines}</div> : null
}

/** Posts and whoever acted for them, when. */
function People({ step, refs }: StepPaneProps) {
  const say = useSay()
  const one = (label: string, post: string | null, person: string | null, at: string | null) => (
    <div>
      <dt>{label}</dt>
      <dd>
        {post === null ? <span className="ts-quiet">{say(words.noChecker)}</span> : <RefLink id={post} refs={refs} />}
        {person && (
          <>
            {' · '}
            <RefLink id={person} refs={refs} />
          </>
        )}
        {at && (
          <time className="ts-quiet ts-figures" title={showInstant(at, true)}>
            {` ${showTime(at, true)}`}
          </time>
        )}
      </dd>
    </div>
  )
  return (
    <dl className="ops-people">
      {one(say(words.maker), step.makerPost, step.maker, step.doneAt ?? step.startedAt)}
      {one(say(words.checker), step.checkerPost, step.checker, step.checkedAt)}
      {step.components.length > 0 && (
        <div>
          <dt>{say(runStepWords.fields.components)}</dt>
          <dd>
            {step.components.map((id, n) => (
              <span key={id}>
                {n > 0 && '、'}
                <RefLink id={id} refs={refs} />
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

/** How long it usually takes; while it is in hand, whether it takes longer than that. */
function AgainstUsual({ step: { usual, state, startedAt } }: { step: BoardStep }) {
  const say = useSay()
  const now = useServerNow()
  const seconds = state === 'doing' && startedAt && now !== undefined ? (now - Date.parse(startedAt)) / 1_000 : 0
  return (
    <>
      <span className="ts-quiet ts-figures">
        {say(planWords.usual)} {spanOf(usual?.median ?? 0)}
      </span>
      {isLongerThanUsual(usual, seconds) && <StateTag tone="late" word={say(planWords.longer)} />}
    </>
  )
}
