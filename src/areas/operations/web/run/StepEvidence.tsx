import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { api } from '../../../../web/client/api.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { showTime } from '../../../../web/format/time.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { outcomeWords } from '../../run-step/run-step.rules.ts'
import { healthTone } from '../map/ComponentBox.tsx'
import { actionWords } from '../map/words.ts'
import type { Attempt, BoardStep } from './board.ts'
import { attemptWords, hostsDoneWords, hostsLeftWords, runScreenWords as words } from './words.ts'

/** How many of the kept readings are shown; all of them are in the report. */
const readingsShown = 5

interface StepEvidenceProps {
  readonly step: BoardStep
  readonly refs: Refs
}

/** What speaks for the step: the maker's note, what its probe says now and said then, and what its commands put out. */
export function StepEvidence({ step, refs }: StepEvidenceProps) {
  const say = useSay()
  const readings = step.evidence.filter((one) => one.kind === 'reading')
  const nothing = !step.note && step.probe === null && readings.length === 0 && step.attempts.length === 0
  return (
    <>
      {step.note && (
        <div className="ops-note">
          <span className="ts-quiet">{say(words.note)}</span>
          <p className="ts-prose">{step.note}</p>
        </div>
      )}
      {step.probe !== null && <ProbeNow step={step} refs={refs} />}
      {readings.length > 0 && (
        <ul className="ts-plain ops-readings">
          {readings.slice(-readingsShown).map((one) => (
            <li key={`${one.at} ${one.probe}`}>
              <time className="ts-quiet ts-figures">{showTime(one.at, true)}</time>
              <StateTag tone={healthTone[one.outcome]} word={say(outcomeWords[one.outcome])} />
              <span className={one.agrees ? 'is-kept' : 'is-broken'}>
                {say(one.agrees ? words.agrees : words.disagrees)}
              </span>
              <span className="ts-quiet">{one.note}</span>
            </li>
          ))}
        </ul>
      )}
      {step.components.length > 1 && step.attempts.length > 0 && <Hosts step={step} />}
      {step.attempts.map((attempt) => (
        <AttemptShow key={attempt.id} attempt={attempt} refs={refs} old={attempt.round !== step.round} />
      ))}
      {nothing && <p className="ts-quiet">{say(words.noEvidence)}</p>}
    </>
  )
}

/** How many of the step’s components the command has succeeded on in this round; another try does only the rest. */
function Hosts({ step }: { step: BoardStep }) {
  const say = useSay()
  const ok = new Set(
    step.attempts.filter(({ round, outcome }) => round === step.round && outcome === 'ok').map((one) => one.component),
  )
  const left = step.components.length - ok.size
  return (
    <p className="ops-line">
      <StateTag tone={left === 0 ? 'kept' : 'late'} word={say(hostsDoneWords(ok.size, step.components.length))} />
      {left > 0 && ['failed', 'timed-out', 'unknown'].includes(step.state) && (
        <span className="ts-quiet">{say(hostsLeftWords(left))}</span>
      )}
    </p>
  )
}

/** What the step's probe says at this moment, and a way not to wait for its rhythm. */
function ProbeNow({ step, refs }: StepEvidenceProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const { reading } = step
  const ask = () =>
    api.call(`/run-steps/${step.id}/ask`, { method: 'POST', body: {} }).catch((problem) => message.error(text(problem)))
  const isOpen = ['ready', 'doing', 'done', 'unknown'].includes(step.state)
  return (
    <div className="ops-probe-now">
      <span className="ts-quiet">{say(words.probeSays)}</span>
      <RefLink id={String(step.probe)} refs={refs} />
      {reading ? (
        <>
          <StateTag tone={healthTone[reading.outcome]} word={say(outcomeWords[reading.outcome])} />
          <span className={reading.agrees ? 'is-kept' : 'is-broken'}>
            {say(reading.agrees ? words.agrees : words.disagrees)}
          </span>
          <span className="ts-quiet ts-figures">
            {showTime(reading.at, true)} · {Math.round(reading.ms)} ms {reading.note}
          </span>
        </>
      ) : (
        <StateTag tone="unknown" word={say(words.notAskedYet)} />
      )}
      {isOpen && (
        <Button size="small" onClick={ask}>
          {say(words.askNow)}
        </Button>
      )}
    </div>
  )
}

function AttemptShow({ attempt, refs, old }: { attempt: Attempt; refs: Refs; old: boolean }) {
  const say = useSay()
  const { state, outcome, exitCode, launchedAt, endedAt } = attempt
  const how = state === 'ended' ? (outcome ?? 'unknown') : state
  const seconds = launchedAt && endedAt ? (Date.parse(endedAt) - Date.parse(launchedAt)) / 1_000 : undefined
  const tone = how === 'ok' ? 'kept' : state !== 'ended' ? 'progress' : how === 'unknown' ? 'unknown' : 'broken'
  return (
    <section className={`ops-attempt ${old ? 'is-old' : ''}`}>
      <header>
        <StateTag tone={tone} word={say(attemptWords[how] ?? [how, how])} />
        <span>
          {say(actionWords[attempt.action] ?? [attempt.action, attempt.action])}{' '}
          <RefLink id={attempt.component} refs={refs} />
        </span>
        <span className="ts-quiet ts-figures">
          {launchedAt && showTime(launchedAt, true)}
          {seconds !== undefined && ` · ${seconds.toFixed(1)} s`}
          {exitCode !== null && ` · ${say(words.exitCode)} ${exitCode}`}
        </span>
      </header>
      <Output text={attempt.output} running={state === 'launched'} />
    </section>
  )
}

/** Follows what is added at the end, as a terminal does. */
function Output({ text, running }: { text: string; running: boolean }) {
  const say = useSay()
  const box = useRef<HTMLPreElement>(null)
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [text])
  if (text === '' && !running) return null
  return (
    // Reached by keyboard, since it may have to be scrolled.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as said
    <pre ref={box} className="ops-output" tabIndex={0} aria-live={running ? 'polite' : 'off'}>
      {text || say(words.noOutput)}
    </pre>
  )
}
