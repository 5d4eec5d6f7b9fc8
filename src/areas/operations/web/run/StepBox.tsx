import type { Refs } from '../../../../web/client/types.ts'
import { showTime } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { useServerNow } from '../clock/server-time.ts'
import type { BoardStep } from './board.ts'
import { initialsOf, stateOfStep, timingOf, toneOfStep } from './step.ts'
import { lateBy, runScreenWords as words } from './words.ts'

export const boxSize = { width: 228, height: 50 }

interface StepBoxProps {
  readonly step: BoardStep
  readonly refs: Refs
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** A step in two lines: what it is; and how it stands, in whose hands, against its plan. */
export function StepBox({ step, refs, chosen, onChoose }: StepBoxProps) {
  const say = useSay()
  const tone = toneOfStep(step)
  const title = titleOf(step, say)
  return (
    <button
      type="button"
      className={`ts-node is-${tone} is-step-${step.state} ${chosen ? 'is-chosen' : ''}`}
      aria-current={chosen ? 'step' : undefined}
      onClick={onChoose}
      title={`${step.position} ${title}`}
    >
      <span className="ts-node-line">
        <b className="ops-position">{step.position}</b>
        <span className="ts-node-name">{title}</span>
        <Marks step={step} />
      </span>
      <span className="ts-node-line">
        <span className={`ts-state is-${tone}`}>
          <ToneMark tone={tone} />
          {say(stateOfStep(step))}
        </span>
        <Hands step={step} refs={refs} />
        <span className="is-rest">
          <TimingShow step={step} />
        </span>
      </span>
    </button>
  )
}

/** The title in the language of the screen. */
export const titleOf = (
  { title, titleEn }: { readonly title: string | null; readonly titleEn: string | null },
  say: ReturnType<typeof useSay>,
): string => say([title ?? '', titleEn ?? title ?? ''])

/** What must never be overlooked: waived, and done out of order. */
export function Marks({ step }: { step: BoardStep }) {
  const say = useSay()
  return (
    <>
      {step.overriddenBy !== null && <span className="ops-mark">{say(words.override)}</span>}
      {step.state === 'waived' && <span className="ops-mark">{say(words.waiver)}</span>}
    </>
  )
}

/** Maker / checker, in few letters. */
function Hands({ step, refs }: Pick<StepBoxProps, 'step' | 'refs'>) {
  const say = useSay()
  const name = (id: string | null) => (id === null ? undefined : refs[id]?.label)
  const [maker, checker] = [name(step.maker), name(step.checker)]
  if (!maker && !checker) return null
  return (
    <span className="ts-quiet" title={`${say(words.maker)} ${maker ?? '—'} · ${say(words.checker)} ${checker ?? '—'}`}>
      {maker ? initialsOf(maker) : '—'}
      {checker && ` / ${initialsOf(checker)}`}
    </span>
  )
}

/** Time against plan: done at, to be done by, late by, missed. */
export function TimingShow({ step }: { step: BoardStep }) {
  const say = useSay()
  const now = useServerNow()
  if (now === undefined) return null
  const timing = timingOf(step, now)
  switch (timing.is) {
    case 'none':
      return null
    case 'missed':
      return <b className="is-late">{say(words.missed)}</b>
    case 'plan':
      return (
        <span className="ts-quiet ts-figures">
          {say(words.deadline)} {showTime(timing.at)}
        </span>
      )
    case 'late':
      return <b className="is-late ts-figures">{say(lateBy(timing.lateMs))}</b>
    case 'done':
      return timing.lateMs > 0 ? (
        <span className="ts-state is-late ts-figures" title={say(lateBy(timing.lateMs))}>
          <ToneMark tone="late" />
          {showTime(timing.at)}
        </span>
      ) : (
        <span className="ts-quiet ts-figures">{showTime(timing.at)}</span>
      )
  }
}
