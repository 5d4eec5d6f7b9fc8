import { ExclamationCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { Words } from '../../../record/words.ts'
import { useParts } from '../../../web/context.ts'
import { showInstant } from '../../../web/format/time.ts'
import { useSay } from '../../../web/shell/lang.tsx'
import './leavers.css'
import { leaverWords as words } from './words.ts'

interface Named {
  readonly id: string
  readonly number: string
  readonly name: string
}

export interface WaitingApproval {
  readonly id: string
  readonly record: string
  readonly about: { readonly number: string; readonly label: string } | null
  readonly verb: string
  readonly step: Words
  readonly as: 'asked' | 'requester'
  readonly deciders: readonly Named[]
  readonly escalation: { readonly at: string; readonly people: readonly Named[] } | null
  readonly isStuck: boolean
}

/** What waits for somebody who has left, or was asked for by them, and who can bring it to an end. */
export function LeaverApprovals({ approvals }: { approvals: readonly WaitingApproval[] }) {
  const say = useSay()
  if (approvals.length === 0) return <span className="ts-quiet">{say(words.nothing)}</span>
  return (
    <ul className="ts-plain">
      {approvals.map((one) => (
        <li key={`${one.id} ${one.as}`}>
          <Waiting approval={one} />
        </li>
      ))}
    </ul>
  )
}

function Waiting({ approval }: { approval: WaitingApproval }) {
  const say = useSay()
  const { registry } = useParts()
  const { id, record, about, verb, step, as, deciders, escalation, isStuck } = approval
  const { words: own } = registry.get(record)
  const what = `${about?.number ?? say(own.name)} · ${say(own.verbs[verb] ?? [verb, verb])}`
  return (
    <>
      {about ? <Link to={`/approvals/${id}` as '/'}>{what}</Link> : what}{' '}
      <span className="ts-quiet">
        {say(step)} · {say(as === 'asked' ? words.waitsForThem : words.theyAsked)}
      </span>
      <div>
        {say(words.canDecide)} {deciders.length > 0 ? <People people={deciders} /> : say(words.noOne)}
      </div>
      {escalation && (
        <div className="ts-quiet">
          {say(words.escalates)} {showInstant(escalation.at)} <People people={escalation.people} />
        </div>
      )}
      {isStuck && (
        <div className="org-stuck">
          <ExclamationCircleOutlined aria-hidden /> {say(escalation ? words.stuckTillThen : words.stuck)}
        </div>
      )}
    </>
  )
}

const People = ({ people }: { people: readonly Named[] }) =>
  people.map(({ id, number, name }, i) => (
    <span key={id}>
      {i > 0 && ', '}
      <Link to={`/people/${number}` as '/'}>{name}</Link>
    </span>
  ))
