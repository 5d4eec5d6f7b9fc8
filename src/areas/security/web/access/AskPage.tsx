import { useNavigate } from '@tanstack/react-router'
import { App, Button, Checkbox, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { FormFault, useFaults } from '../../../../web/record/faults.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { EditMoment } from '../../../../web/widgets/date-edit.tsx'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { grantKinds } from '../../access-grant/access-grant.rules.ts'
import { accessGrantWords } from '../../access-grant/access-grant.words.ts'
import { accessRight } from '../../access-right/access-right.record.ts'
import { titles } from '../titles.words.ts'
import { accessWords, askWords as words } from './words.ts'
import './access.css'

interface Asked {
  /** Rights; what is wrong with one of them is told of this field. */
  readonly accessRight: string[]
  readonly kind: (typeof grantKinds)[number]
  readonly reason: string
  readonly endsAt?: string | null
  readonly measure?: string
}

const names = ['accessRight', 'kind', 'reason', 'endsAt', 'measure']

/** `/access/ask`: rights in one system, for oneself or somebody of one's department, asked for at once. */
export function AskPage() {
  const say = useSay()
  const navigate = useNavigate()
  const { person: me } = useSession()
  const { message } = App.useApp()
  const [form] = Form.useForm<Asked>()
  const faults = useFaults(form, names)
  const [person, setPerson] = useState(me.id)
  const [system, setSystem] = useState<string>()
  const [busy, setBusy] = useState(false)
  useTitle(say(titles.ask))
  const submit = async ({ accessRight: rights, kind, reason, endsAt, measure }: Asked) => {
    faults.clear()
    setBusy(true)
    try {
      await api.call('/access-requests', {
        method: 'POST',
        body: { person, rights, kind, reason, endsAt: endsAt ?? null, measure: measure?.trim() || null },
      })
      message.success(say(words.sent))
      await navigate({ to: '/access-grants' as '/', search: { person } as never })
    } catch (problem) {
      faults.take(problem)
    } finally {
      setBusy(false)
    }
  }
  const must = [{ required: true, message: say(words.must) }]
  return (
    <Form
      form={form}
      layout="vertical"
      className="acc-ask"
      initialValues={{ kind: 'standing' }}
      onFinish={(values) => void submit(values)}
    >
      <h1 className="ts-title">{say(titles.ask)}</h1>
      <p className="ts-quiet ts-gap">{say(words.intro)}</p>
      <FormFault problem={faults.problem} rest={faults.rest} onReload={faults.clear} />
      <Form.Item label={say(words.person)} htmlFor="acc-person">
        <LinkPicker
          id="acc-person"
          to="person"
          refs={{ [me.id]: { record: 'person', number: '', label: me.name } }}
          value={[person]}
          allowClear={false}
          onChange={([id]) => id && setPerson(id)}
        />
      </Form.Item>
      <Form.Item label={say(words.system)} htmlFor="acc-system">
        <LinkPicker
          id="acc-system"
          to="access-system"
          refs={{}}
          value={system ? [system] : []}
          onChange={([id]) => {
            setSystem(id)
            form.resetFields(['accessRight'])
          }}
        />
      </Form.Item>
      <Form.Item label={say(words.rights)} name="accessRight" rules={must}>
        <Rights system={system} />
      </Form.Item>
      <Form.Item label={say(words.kind)} name="kind">
        <Segmented options={grantKinds.map((value) => ({ value, label: say(accessGrantWords.choices.kind[value]) }))} />
      </Form.Item>
      <Form.Item label={say(words.reason)} name="reason" rules={must} extra={say(words.reasonHint)}>
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
      <Form.Item label={say(words.until)} name="endsAt" extra={say(words.untilHint)}>
        <EditMoment />
      </Form.Item>
      <Form.Item label={say(words.measure)} name="measure" extra={say(words.measureHint)}>
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {say(words.submit)}
      </Button>
    </Form>
  )
}

interface RightsProps {
  readonly system: string | undefined
  readonly value?: string[]
  readonly onChange?: (ids: string[]) => void
}

/** What a system offers; a few dozen at most. */
function Rights({ system, value = [], onChange }: RightsProps) {
  const say = useSay()
  if (system === undefined) return <span className="ts-quiet">{say(words.chooseSystem)}</span>
  return <Offered system={system} value={value} onChange={(ids) => onChange?.(ids)} />
}

function Offered({ system, value, onChange }: { system: string; value: string[]; onChange: (ids: string[]) => void }) {
  const say = useSay()
  const { data } = useList(accessRight, { system, state: 'offered', sort: 'code', limit: '200' })
  const rights = data?.pages.flatMap(({ items }) => items) ?? []
  if (data && rights.length === 0) return <span className="ts-quiet">{say(words.noRights)}</span>
  return (
    <Checkbox.Group value={value} onChange={(ids) => onChange(ids as string[])} className="acc-rights">
      {rights.map(({ id, name, code, privileged }) => (
        <Checkbox key={id} value={id}>
          {name} <span className="ts-quiet ts-number">{code}</span>
          {privileged && ` · ${say(accessWords.privileged)}`}
        </Checkbox>
      ))}
    </Checkbox.Group>
  )
}
