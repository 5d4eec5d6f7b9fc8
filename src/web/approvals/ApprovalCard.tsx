import { Link } from '@tanstack/react-router'
import type { Words } from '../../record/words.ts'
import type { Refs } from '../client/types.ts'
import { useParts } from '../context.ts'
import { showInstant } from '../format/time.ts'
import { useLang, useSay } from '../shell/lang.tsx'
import { RefLink } from '../widgets/link.tsx'
import { StateTag } from '../widgets/StateTag.tsx'
import { type Brief, stateTones } from './approvals.ts'
import { DecideButtons } from './DecideButtons.tsx'
import { stateWords, approvalWords as words } from './words.ts'
import './approvals.css'

/** `关闭故障`, `Close incident`: the verb and the kind of record, in words. */
export function useVerbWords({ record, verb }: Pick<Brief, 'record' | 'verb'>): string {
  const lang = useLang()
  const { registry } = useParts()
  const { words: own } = registry.get(record)
  const act = (own.verbs as Record<string, Words>)[verb] ?? [verb, verb]
  const [zh, en] = own.name
  return lang === 'zh' ? `${act[0]}${zh}` : `${act[1]} ${en.charAt(0).toLowerCase()}${en.slice(1)}`
}

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
