import { useParams, useSearch } from '@tanstack/react-router'
import { Alert, App, Button, Card, Skeleton } from 'antd'
import type { Refs } from '../client/types.ts'
import { useEntry } from '../context.ts'
import { showInstant } from '../format/time.ts'
import { LoadFailed, useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { useTitle } from '../shell/title.ts'
import { RefLink } from '../widgets/link.tsx'
import { StateTag } from '../widgets/StateTag.tsx'
import { Before, Given } from './Asked.tsx'
import { stateTones, useApproval, useDecide, type Whole } from './approvals.ts'
import { DecideButtons } from './DecideButtons.tsx'
import { Steps } from './Steps.tsx'
import { useVerbWords } from './verb.ts'
import { stateWords, approvalWords as words } from './words.ts'
import './approvals.css'

/** One approval on a screen of its own, for the desk and for the phone; a mail's link leads here. */
export function ApprovalPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { link } = useSearch({ strict: false }) as { link?: string }
  const { data, error, refetch } = useApproval(id)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" />
  return <Shown approval={data.item} refs={data.refs} link={link} />
}

function Shown({ approval, refs, link }: { approval: Whole; refs: Refs; link: string | undefined }) {
  const say = useSay()
  const entry = useEntry(approval.record)
  const verb = useVerbWords(approval)
  const { state, number, label, requestedBy, requestedAt, steps, step, may, rule, reason } = approval
  useTitle(`${verb} ${number}`)
  return (
    <article className="ts-approval-page">
      <header>
        <div className="ts-page-head">
          <h1 className="ts-title">
            {verb} · {label}
          </h1>
          <span className="ts-grow" />
          <StateTag tone={stateTones[state]} word={say(stateWords[state])} />
        </div>
        <p className="ts-approval-facts">
          <RefLink id={requestedBy} refs={refs} />
          <span className="ts-figures">
            {say(words.askedAt)} {showInstant(requestedAt)}
          </span>
          <span>
            {say(words.rule)} {rule.name}
          </span>
        </p>
        {reason && <Alert type={state === 'refused' ? 'error' : 'warning'} showIcon title={reason} />}
      </header>
      <Given approval={approval} entry={entry} refs={refs} />
      <Card size="small" title={say(words.step)}>
        <Steps steps={steps} refs={refs} />
      </Card>
      <Before approval={approval} entry={entry} refs={refs} />
      <footer className="ts-approval-foot">
        {may.decide === true && (
          <DecideButtons approval={approval} sign={steps[step]?.sign ?? false} link={link} large />
        )}
        {may.decide !== true && state === 'pending' && !may.withdraw && (
          <span className="ts-quiet">{may.decide.detail}</span>
        )}
        {may.withdraw && <Withdraw approval={approval} />}
      </footer>
    </article>
  )
}

function Withdraw({ approval }: { approval: Whole }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const decide = useDecide(approval)
  return (
    <Button
      size="large"
      loading={decide.isPending}
      onClick={() =>
        decide.mutate({ say: 'withdraw', body: {} }, { onError: (problem) => message.error(text(problem)) })
      }
    >
      {say(words.withdraw)}
    </Button>
  )
}
