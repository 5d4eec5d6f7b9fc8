import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Card } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { FieldShow } from '../../../../web/widgets/index.tsx'
import { type Filled, Questions } from '../order/Questions.tsx'
import type { OfferingRow } from './builder.ts'
import { StepsShow, TasksShow } from './Plan.tsx'
import { builderWords as words } from './words.ts'
import './builder.css'

/** The page of an offering: what it is, what may be done with it, and its content as it is met. */
export function OfferingBody(props: PageProps) {
  const say = useSay()
  const row = props.row as unknown as OfferingRow
  return (
    <>
      <Card size="small" className="ts-body">
        <Facts {...props} />
        <Verbs {...props} offering={row} />
      </Card>
      <Card size="small" title={`${say(words.form)} ${row.form.length}`}>
        <FormShow row={row} />
      </Card>
      <Card size="small" title={`${say(words.approval)} ${row.approval.length}`}>
        <StepsShow row={row} />
      </Card>
      <Card size="small" title={`${say(words.tasks)} ${row.tasks.length}`}>
        <TasksShow row={row} />
      </Card>
    </>
  )
}

function Facts({ entry, row, refs }: PageProps) {
  const say = useSay()
  const { returnReason, summary, summaryEn } = row as unknown as OfferingRow
  const names = [
    'code',
    'edition',
    'service',
    'forWhom',
    'responseMinutes',
    'fulfilMinutes',
    'cost',
    'basedOn',
    'publishedAt',
  ]
  const filled = names.filter((name) => row[name] !== null && !(Array.isArray(row[name]) && row[name].length === 0))
  return (
    <>
      {returnReason && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={say(entry.words.fields['returnReason'] ?? ['', ''])}
          description={returnReason}
        />
      )}
      <p className="ts-prose">{say([summary, summaryEn ?? summary])}</p>
      <dl className="ts-facts">
        {filled.map((name) => (
          <div key={name}>
            <dt>{say(entry.words.fields[name] ?? [name, name])}</dt>
            <dd>
              <FieldShow entry={entry} name={name} row={row} refs={refs} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Build a draft, make a new edition, order: what the state allows, and no more. */
function Verbs({ row, offering }: PageProps & { offering: OfferingRow }) {
  const say = useSay()
  const navigate = useNavigate()
  const text = useProblemText()
  const { message } = App.useApp()
  const newEdition = () =>
    api
      .call<{ number: string }>(`/offerings/${offering.id}/new-edition`, { method: 'POST', body: {} })
      .then(({ number }) => navigate({ to: `/offerings/${number}` }))
      .catch((problem) => message.error(text(problem)))
  const isPublished = offering.state === 'published'
  return (
    <div className="svc-verbs">
      {row.can?.['update'] === true && (
        <Button type="primary" onClick={() => navigate({ to: `/offerings/${row.number}/build` })}>
          {say(words.build)}
        </Button>
      )}
      {isPublished && <Button onClick={() => navigate({ to: `/order/${offering.code}` })}>{say(words.order)}</Button>}
      {isPublished && row.can?.['new-edition'] === true && (
        <Button onClick={newEdition}>{say(words.newEdition)}</Button>
      )}
      <Link to="/requests" search={{ offering: offering.id } as never}>
        {say(words.itsRequests)}
      </Link>
    </div>
  )
}

/** To be tried: what is filled in here goes nowhere. */
function FormShow({ row }: { row: OfferingRow }) {
  const say = useSay()
  const [filled, setFilled] = useState<Filled>({})
  if (row.form.length === 0) return <p className="ts-quiet">{say(words.noQuestions)}</p>
  return <Questions form={row.form} filled={filled} faults={{}} onChange={setFilled} />
}
