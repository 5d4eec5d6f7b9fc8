import { Button, Card, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { atLeast } from '../../../web/account/words.ts'
import { api } from '../../../web/client/api.ts'
import { useCall } from '../../../web/client/hooks.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { FormFault, useFaults } from '../../../web/record/faults.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { signInWords as words } from './words.ts'

interface SignIn {
  readonly login: string
  readonly disabledAt: string | null
  readonly elsewhere: readonly string[]
}

interface Accounts {
  readonly items: readonly SignIn[]
  readonly issuer: string | null
  /** The least characters of a new password. */
  readonly passwordLength: number
}

/** How a person signs in, for whoever administers them; nobody else sees this. */
export function SignIns({ row }: PageProps) {
  const say = useSay()
  const { data, refetch } = useCall<Accounts>(`/people/${row.id}/accounts`)
  const [asking, setAsking] = useState<'give' | 'link'>()
  if (!data) return null
  const close = () => {
    setAsking(undefined)
    void refetch()
  }
  return (
    <Card
      size="small"
      title={say(words.signIns)}
      extra={
        row.state === 'active' && (
          <Button size="small" onClick={() => setAsking('give')}>
            {say(words.give)}
          </Button>
        )
      }
    >
      {data.items.length === 0 && <span className="ts-quiet">{say(words.none)}</span>}
      {data.items.map(({ login, disabledAt, elsewhere }) => (
        <div key={login}>
          {login}{' '}
          <span className="ts-quiet">
            {[
              ...elsewhere.map((one) => say(one === 'ldap' ? words.directory : words.firm)),
              ...(disabledAt ? [say(words.disabled)] : []),
            ].join(' · ')}
          </span>
        </div>
      ))}
      {data.issuer && row.state === 'active' && (
        <Button size="small" type="link" onClick={() => setAsking('link')}>
          {say(words.link)}
        </Button>
      )}
      {asking === 'give' && <GiveSignIn person={row.id} length={data.passwordLength} onClose={close} />}
      {asking === 'link' && data.issuer && <LinkFirmAccount person={row.id} issuer={data.issuer} onClose={close} />}
    </Card>
  )
}

function GiveSignIn({ person, length, onClose }: { person: string; length: number; onClose: () => void }) {
  const say = useSay()
  return (
    <Asked
      title={say(words.give)}
      names={['login', 'password']}
      onClose={onClose}
      send={(body) => api.call(`/people/${person}/give-account`, { method: 'POST', body })}
    >
      <Form.Item name="login" label={say(words.login)} extra={say(words.loginHint)} required>
        <Input autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <Form.Item name="password" label={say(words.password)} extra={say(atLeast(length))} required>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </Asked>
  )
}

interface LinkProps {
  readonly person: string
  readonly issuer: string
  readonly onClose: () => void
}

function LinkFirmAccount({ person, issuer, onClose }: LinkProps) {
  const say = useSay()
  const send = (values: object) =>
    api.call(`/people/${person}/link-firm-account`, { method: 'POST', body: { ...values, issuer } })
  return (
    <Asked title={say(words.link)} names={['subject']} onClose={onClose} send={send}>
      <Form.Item name="subject" label={say(words.subject)} extra={say(words.subjectHint)} required>
        <Input autoComplete="off" autoCapitalize="none" />
      </Form.Item>
    </Asked>
  )
}

interface AskedProps {
  readonly title: string
  readonly names: readonly string[]
  readonly children: ReactNode
  readonly onClose: () => void
  readonly send: (values: object) => Promise<unknown>
}

/** A small form in a dialog; what is refused stands at its field. */
function Asked({ title, names, children, onClose, send }: AskedProps) {
  const [form] = Form.useForm()
  const faults = useFaults(form, names)
  const [sending, setSending] = useState(false)
  const submit = async (values: object) => {
    faults.clear()
    setSending(true)
    try {
      await send(values)
      onClose()
    } catch (problem) {
      faults.take(problem)
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal open title={title} onCancel={onClose} onOk={() => form.submit()} confirmLoading={sending}>
      <Form form={form} layout="vertical" onFinish={submit}>
        <FormFault problem={faults.problem} rest={faults.rest} onReload={onClose} />
        {children}
      </Form>
    </Modal>
  )
}
