import type { Refs } from '../../../../web/client/types.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import type { Around } from '../../alarm/around.rules.ts'
import { stepWords, alarmScreenWords as words } from './words.ts'

type Step = NonNullable<Around['escalation']>['told'][number]

/** Who was told of an alarm and when, and who comes next. */
export function Escalation({ escalation, refs }: { escalation: Around['escalation']; refs: Refs }) {
  const say = useSay()
  if (!escalation) return null
  const { policy, told, next } = escalation
  return (
    <section>
      <h2 className="ops-h">
        {say(words.escalation)} <RefLink id={policy} refs={refs} />
      </h2>
      <ol className="ops-course">
        {told.map((step) => (
          <Line key={`${step.at}${step.position}`} step={step} refs={refs} />
        ))}
        {next && <Line step={next} refs={refs} coming />}
      </ol>
    </section>
  )
}

function Line({ step: { at, position, people }, refs, coming = false }: { step: Step; refs: Refs; coming?: boolean }) {
  const say = useSay()
  const tone = coming ? 'start' : people.length === 0 ? 'unknown' : 'kept'
  return (
    <li className={coming ? 'ts-quiet' : ''}>
      <time dateTime={at} className="ts-quiet ts-figures">
        {showInstant(at, true)}
      </time>
      <ToneMark tone={tone} />
      <span>
        {say(stepWords(position))}{' '}
        {say(coming ? words.willTell : people.length === 0 ? words.toldNobody : words.hasTold)}{' '}
        {people.length === 0 && coming && say(words.nobodyYet)}
        {people.map((id, n) => (
          <span key={id}>
            {n > 0 && ', '}
            <RefLink id={id} refs={refs} />
          </span>
        ))}
      </span>
    </li>
  )
}
