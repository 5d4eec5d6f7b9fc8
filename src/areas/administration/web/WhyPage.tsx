import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Card, Form, Select, Skeleton } from 'antd'
import { useId } from 'react'
import type { Reason } from '../../../record/explain.ts'
import type { Words } from '../../../record/words.ts'
import { useCall } from '../../../web/client/hooks.ts'
import { useSession } from '../../../web/client/session.ts'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { RecordNamed, useDeclared } from '../../../web/widgets/shape/Naming.tsx'
import './why.css'
import { adminWords as words } from './words.ts'

interface Answer {
  readonly may: boolean
  readonly person: { readonly name: string; readonly roles: readonly string[] }
  readonly asked: readonly { readonly what: Words; readonly holds: boolean; readonly reason: Reason | null }[]
}

/** Why somebody may, or may not, do something: the address holds the whole question, so the answer can be sent on. */
export function WhyPage() {
  const say = useSay()
  const session = useSession()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as Record<string, string | undefined>
  const { record, act, id } = asked
  const person = asked['person'] ?? session.person.id
  const set = (more: Record<string, string | undefined>) =>
    navigate({ to: '/why', search: { ...asked, ...more } as never, replace: true })
  useTitle(say(words.why))
  const ids = { person: useId(), record: useId(), act: useId(), row: useId() }
  const records = useDeclared('record', undefined)
  const acts = useDeclared('act', record)
  return (
    <div className="adm-why">
      <h1 className="ts-title">{say(words.why)}</h1>
      <p className="ts-quiet">{say(words.whyHint)}</p>
      <Form layout="vertical" className="adm-why-ask">
        <Form.Item label={say(words.whoAsks)} htmlFor={ids.person}>
          <RecordNamed id={ids.person} to="person" value={person} onChange={(next) => set({ person: next })} />
        </Form.Item>
        <Form.Item label={say(words.onRecord)} htmlFor={ids.record}>
          <Select
            id={ids.record}
            value={record ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            options={records}
            onChange={(next: string) => set({ record: next, act: undefined, id: undefined })}
          />
        </Form.Item>
        <Form.Item label={say(words.doing)} htmlFor={ids.act}>
          <Select id={ids.act} value={act ?? null} options={acts} onChange={(next: string) => set({ act: next })} />
        </Form.Item>
        {record && act !== 'create' && (
          <Form.Item label={say(words.row)} htmlFor={ids.row}>
            <RecordNamed id={ids.row} to={record} value={id} onChange={(next) => set({ id: next })} />
          </Form.Item>
        )}
      </Form>
      {record && act && <Because person={person} record={record} act={act} id={id} />}
    </div>
  )
}

function Because({ person, record, act, id }: { person: string; record: string; act: string; id: string | undefined }) {
  const say = useSay()
  const { data, error, refetch } = useCall<Answer>('/why', { person, record, act, id }, ['person', 'role', record])
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 4 }} />
  const who = `${data.person.name}(${data.person.roles.join('、')})`
  return (
    <Card size="small">
      <Alert
        type={data.may ? 'success' : 'warning'}
        showIcon
        title={`${who}: ${say(data.may ? words.may : words.mayNot)}`}
      />
      <ol className="adm-why-asked">
        {data.asked.map(({ what, holds, reason }) => (
          <li key={what[1]}>
            <Sign holds={holds} /> <b>{say(what)}</b>
            {reason && <ReasonTree reason={reason} />}
          </li>
        ))}
      </ol>
    </Card>
  )
}

const ReasonTree = ({ reason }: { reason: Reason }) => {
  const say = useSay()
  return (
    <ul>
      <li>
        <Sign holds={reason.holds} /> {say(reason.text)}
        {reason.of.map((one) => (
          <ReasonTree key={one.text[1]} reason={one} />
        ))}
      </li>
    </ul>
  )
}

function Sign({ holds }: { holds: boolean }) {
  const say = useSay()
  return holds ? (
    <CheckCircleOutlined className="adm-yes" aria-label={say(words.holds)} />
  ) : (
    <CloseCircleOutlined className="adm-no" aria-label={say(words.holdsNot)} />
  )
}
