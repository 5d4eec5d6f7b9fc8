import { Link } from '@tanstack/react-router'
import type { Refs } from '../client/types.ts'
import { showInstant } from '../format/time.ts'
import { useSay } from '../shell/lang.tsx'
import { RefLink } from '../widgets/link.tsx'
import { StateTag } from '../widgets/StateTag.tsx'
import { type Brief, stateTones } from './approvals.ts'
import { DecideButtons } from './DecideButtons.tsx'
import { useVerbWords } from './verb.ts'
import { stateWords, approvalWords as words } from './words.ts'
import './approvals.css'

/** One approval of a list: who asks what, since when, and with `decide` the two buttons. */
export function ApprovalCard({ approval, refs, decide }: { approval: Brief; refs: Refs; decide: boolean }) {
  const say = useSay()
  const verb = useVerbWords(approval)
  const { id, number, label, state, requestedBy, requestedAt, forPerson, reason, steps, step } = approval
  return (
    <li className="ts-approval" data-row={number}>
      <div className="ts-approval-head">
        <Link to={`/approvals/${id}`} className="ts-approval-title">
          {verb} · {label}
        </Link>
        {state !== 'pending' && <StateTag tone={stateTones[state]} word={say(stateWords[state])} />}
      </div>
      <div className="ts-approval-facts">
        <RefLink id={requestedBy} refs={refs} />
        <time dateTime={requestedAt} className="ts-figures">
          {showInstant(requestedAt)}
        </time>
        <span className="ts-number">{number}</span>
        {steps.length > 1 && state === 'pending' && (
          <span>
            {step + 1}/{steps.length} {say(steps[step]?.name ?? ['', ''])}
          </span>
        )}
        {forPerson && (
          <span>
            {say(words.onBehalf)} <RefLink id={forPerson} refs={refs} />
          </span>
        )}
      </div>
      {reason && <div className="ts-prose">{reason}</div>}
      {decide && <DecideButtons approval={approval} sign={steps[step]?.sign ?? false} />}
    </li>
  )
}
