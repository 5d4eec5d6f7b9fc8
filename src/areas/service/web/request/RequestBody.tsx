import { Alert, Card, Skeleton } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import { useItem } from '../../../../web/client/hooks.ts'
import type { FieldProps, PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { FieldShow } from '../../../../web/widgets/index.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { offering } from '../../offering/offering.record.ts'
import type { request } from '../../request/request.record.ts'
import { Spent } from '../incident/Spent.tsx'
import { AnswersShow } from '../order/Answers.tsx'
import { Progress } from './Progress.tsx'
import { requestScreenWords as words } from './words.ts'
import './request.css'

type RequestRow = RowOf<typeof request>

/** What was ordered, in words, and how far it has come: the same for whoever asked and whoever works on it. */
export function RequestBody(props: PageProps) {
  const say = useSay()
  const { entry, row, refs } = props
  const { state, cost, priority, team } = row as unknown as RequestRow
  const names = [
    'service',
    ...(priority === 'normal' ? [] : ['priority']),
    ...(cost === null ? [] : ['cost']),
    ...(team === null ? [] : ['team']),
    ...(row['fulfilledAt'] === null ? [] : ['fulfilledAt']),
  ]
  return (
    <>
      <Standing row={row as unknown as RequestRow} />
      <Card
        size="small"
        title={say(words.answers)}
        extra={<RefLink id={String(row['offering'])} refs={refs} withNumber />}
      >
        <AnswersOf row={row} />
        <dl className="ts-facts svc-request-facts">
          {names.map((name) => (
            <div key={name}>
              <dt>{say(entry.words.fields[name] ?? [name, name])}</dt>
              <dd>
                <FieldShow entry={entry} name={name} row={row} refs={refs} />
              </dd>
            </div>
          ))}
        </dl>
        {state !== 'new' && <Spent record={entry.record} id={row.id} />}
      </Card>
      {state !== 'new' && <Progress id={row.id} />}
    </>
  )
}

/** What whoever asked must know before anything else: what is asked of them, and how it ended. */
function Standing({ row }: { row: RequestRow }) {
  const say = useSay()
  const { state, waitingFor, fulfilment, outcome, rejectReason, cancelReason } = row
  switch (state) {
    case 'new':
      return <Alert type="info" showIcon title={say(words.waits)} />
    case 'waiting':
      return (
        <Alert
          type="warning"
          showIcon
          title={`${say(words.asked)}:${waitingFor ?? ''}`}
          description={say(words.askedHint)}
        />
      )
    case 'rejected':
      return <Alert type="error" showIcon title={say(words.rejected)} description={rejectReason} />
    case 'cancelled':
      return <Alert type="info" showIcon title={say(words.withdrawn)} description={cancelReason} />
    case 'fulfilled':
    case 'closed':
      if (fulfilment === 'partly')
        return (
          <Alert
            type="warning"
            showIcon
            title={say(words.partly)}
            description={<p className="ts-prose">{outcome}</p>}
          />
        )
      return outcome ? (
        <Alert type="success" showIcon title={say(words.outcome)} description={<p className="ts-prose">{outcome}</p>} />
      ) : null
    default:
      return null
  }
}

/** The answers of a request in the words of the edition with which it was raised; in a list how many there are. */
export function AnswersField({ row, dense }: FieldProps) {
  return dense ? (
    <span className="ts-figures">{Object.keys(row['answers'] as object).length}</span>
  ) : (
    <AnswersOf row={row} />
  )
}

function AnswersOf({ row }: { row: FieldProps['row'] }) {
  const { data, error, refetch } = useItem(offering, String(row['offering']))
  if (error) return <LoadFailed error={error} retry={refetch} />
  if (!data) return <Skeleton active />
  return <AnswersShow form={data.item.form} answers={row['answers'] as RequestRow['answers']} />
}
