import { Link } from '@tanstack/react-router'
import { showTime } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { runWords } from '../../run/run.words.ts'
import { runTones } from '../run/tones.ts'
import {
  type PlanRun,
  type PlanStep,
  placeIn,
  type Scale,
  scaleOf,
  spanOf,
  stretchIn,
  ticksOf,
  toneOf,
} from './plan.ts'
import { planWords as words } from './words.ts'

const percent = (value: number) => `${value.toFixed(2)}%`

/** One run of the day: each step a row, what was planned as an outline, what happened as a bar over it. */
export function RunChart({ plan, now }: { plan: PlanRun; now: number }) {
  const say = useSay()
  const lang = useLang()
  const { runbook, run, dueAt, startBy, steps } = plan
  const scale = scaleOf(plan, now)
  const shownNow = now > scale.from && now < scale.to ? placeIn(scale, now) : null
  return (
    <section className="pl-run">
      <header>
        <h2>
          <Link to={run ? `/runs/${run.number}` : `/runbooks/${runbook.number}`}>
            {lang === 'en' ? (runbook.titleEn ?? runbook.title) : runbook.title}
          </Link>
        </h2>
        {run ? (
          <StateTag tone={runTones[run.state]} word={say(runWords.states[run.state])} />
        ) : (
          <StateTag tone="start" word={say(startBy === 'clock' ? words.byClock : words.notBegun)} />
        )}
        <span className="ts-quiet ts-figures">
          {dueAt && `${say(words.planned)} ${showTime(dueAt)}`}
          {run && ` · ${say(words.actual)} ${showTime(run.startedAt)}–${run.endedAt ? showTime(run.endedAt) : ''}`}
        </span>
      </header>
      <div className="pl-rows">
        <div className="pl-axis" aria-hidden>
          {ticksOf(scale).map((ms) => (
            <span key={ms} className="ts-figures" style={{ left: percent(placeIn(scale, ms)) }}>
              {showTime(new Date(ms).toISOString())}
            </span>
          ))}
        </div>
        {steps.map((step) => (
          <StepRow key={step.key} step={step} scale={scale} now={now} />
        ))}
        {shownNow !== null && (
          <div className="pl-over" aria-hidden>
            <i style={{ left: percent(shownNow) }} />
          </div>
        )}
      </div>
    </section>
  )
}

function StepRow({ step, scale, now }: { step: PlanStep; scale: Scale; now: number }) {
  const say = useSay()
  const lang = useLang()
  const { position, title, titleEn, plannedFrom, plannedTo, startedAt, endedAt, deadlineAt, usual } = step
  const planned = stretchIn(scale, plannedFrom, plannedTo)
  const actual = startedAt ? stretchIn(scale, startedAt, endedAt ?? now) : null
  const said = [
    `${say(words.planned)} ${showTime(plannedFrom)}–${showTime(plannedTo)}`,
    startedAt && `${say(words.actual)} ${showTime(startedAt, true)}–${endedAt ? showTime(endedAt, true) : ''}`,
    deadlineAt && `${say(words.deadline)} ${showTime(deadlineAt)}`,
    usual &&
      `${say(words.usual)} ${spanOf(usual.median)} (90% ≤ ${spanOf(usual.p90)}, ${say(words.of)} ${usual.runs} ${say(words.runs)})`,
    step.isLate && say(words.late),
    step.isLong && say(words.longer),
  ]
  return (
    <div className="pl-row">
      <span className="pl-name">
        <span className="ts-figures ts-quiet">{position}</span> {lang === 'en' ? (titleEn ?? title) : title}
      </span>
      <div
        className="pl-lane"
        role="img"
        aria-label={said.filter(Boolean).join(' · ')}
        title={said.filter(Boolean).join('\n')}
      >
        <i className="pl-planned" style={{ left: percent(planned.left), width: percent(planned.width) }} />
        {actual && (
          <i
            className="pl-actual"
            data-tone={toneOf(step)}
            style={{ left: percent(actual.left), width: percent(actual.width) }}
          />
        )}
        {deadlineAt && <i className="pl-deadline" style={{ left: percent(placeIn(scale, Date.parse(deadlineAt))) }} />}
      </div>
      <span className="pl-said">
        {step.isLate && <StateTag tone="late" word={say(words.late)} />}
        {step.isLong && !step.isLate && <StateTag tone="late" word={say(words.longer)} />}
        {!step.isLate && !step.isLong && usual && (
          <span className="ts-quiet ts-figures">
            {say(words.usual)} {spanOf(usual.median)}
          </span>
        )}
      </span>
    </div>
  )
}
