import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { Words } from '../../record/words.ts'
import type { PageProps } from '../plugin.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { StateTag } from '../widgets/StateTag.tsx'
import { stateTones, useApprovalsOf } from './approvals.ts'
import { DecideButtons } from './DecideButtons.tsx'
import { Steps } from './Steps.tsx'
import { stateWords, approvalWords as words } from './words.ts'
import './approvals.css'

/** Beside a record: what waits for approval, or how the last ended. Nothing to see while nothing was asked for. */
export function RecordApprovals({ entry, row }: PageProps) {
  const say = useSay()
  const { data, error, refetch } = useApprovalsOf(entry.record, row.id)
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  const [first, ...earlier] = data?.items ?? []
  if (!data || !first) return null
  const verb = (name: string) => say((entry.words.verbs as Record<string, Words>)[name] ?? [name, name])
  return (
    <Card size="small" title={say(words.approvals)}>
      <div className="ts-approval-head">
        <Link to={`/approvals/${first.id}`} className="ts-approval-title">
          {verb(first.verb)}
        </Link>
        <StateTag tone={stateTones[first.state]} word={say(stateWords[first.state])} />
      </div>
      {first.reason && first.state !== 'refused' && <div className="ts-prose">{first.reason}</div>}
      <Steps steps={first.steps} refs={data.refs} />
      {first.may.decide === true && <DecideButtons approval={first} sign={first.steps[first.step]?.sign ?? false} />}
      {earlier.length > 0 && (
        <ul className="ts-plain">
          {earlier.map((one) => (
            <li key={one.id}>
              <Link to={`/approvals/${one.id}`}>{verb(one.verb)}</Link>
              <StateTag tone={stateTones[one.state]} word={say(stateWords[one.state])} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
