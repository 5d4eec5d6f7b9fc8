import type { Refs } from '../client/types.ts'
import { showInstant } from '../format/time.ts'
import { useSay } from '../shell/lang.tsx'
import { RefLink } from '../widgets/link.tsx'
import { StateTag } from '../widgets/StateTag.tsx'
import { type Step, standingTones } from './approvals.ts'
import { needWords, standingWords, approvalWords as words } from './words.ts'

/** The steps in their order: who is asked, who said what, who is next. */
export function Steps({ steps, refs }: { steps: readonly Step[]; refs: Refs }) {
  return (
    <ol className="ts-approval-steps">
      {steps.map((step, n) => (
        // A step has no name of its own: its place is what it is.
        <li key={n} className={`is-standing-${step.standing}`}>
          <OneStep step={step} n={n} refs={refs} />
        </li>
      ))}
    </ol>
  )
}

function OneStep({ step, n, refs }: { step: Step; n: number; refs: Refs }) {
  const say = useSay()
  const spoken = step.votes.map(({ forPerson }) => forPerson)
  const silent = step.asked.filter(({ person }) => !spoken.includes(person))
  return (
    <>
      <div className="ts-approval-step">
        <b>
          {n + 1}. {say(step.name)}
        </b>
        <span className="ts-quiet">{say(needWords(step))}</span>
        <span className="ts-grow" />
        <StateTag tone={standingTones[step.standing]} word={say(standingWords[step.standing])} />
      </div>
      <ul>
        {step.votes.map((vote) => (
          <li key={vote.person}>
            <StateTag
              tone={vote.vote === 'agree' ? 'kept' : 'broken'}
              word={say(vote.vote === 'agree' ? words.agreed : words.refused)}
            />{' '}
            <RefLink id={vote.person} refs={refs} />
            {vote.forPerson !== vote.person && (
              <>
                {' '}
                {say(words.onBehalf)} <RefLink id={vote.forPerson} refs={refs} />
              </>
            )}{' '}
            <time dateTime={vote.at} className="ts-quiet ts-figures">
              {showInstant(vote.at)}
            </time>
            {vote.via === 'mail' && <span className="ts-quiet"> {say(words.byMail)}</span>}
            {vote.note && <div className="ts-prose">{vote.note}</div>}
          </li>
        ))}
        {(step.standing === 'open' || step.standing === 'waiting') && silent.length > 0 && (
          <li className="ts-quiet">
            {step.standing === 'waiting' && `${say(words.wouldAsk)} `}
            {silent.map(({ person, escalated, deputies }, i) => (
              <span key={person}>
                {i > 0 && '、'}
                <RefLink id={person} refs={refs} />
                {escalated && ` (${say(words.escalated)})`}
                {deputies.map((one) => (
                  <span key={one}>
                    {' '}
                    ({say(words.deputy)} <RefLink id={one} refs={refs} />)
                  </span>
                ))}
              </span>
            ))}
          </li>
        )}
        {step.escalateAt && (
          <li className="ts-quiet ts-figures">
            {say(words.escalatesAt)} {showInstant(step.escalateAt)}
          </li>
        )}
      </ul>
    </>
  )
}
