import { Button, Card, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { useCall } from '../../../web/client/hooks.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { FormFault, useFaults } from '../../../web/record/faults.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { signInWords as words } from './words.ts'

interface SignIn {
  readonly login: string
  readonly disabledAt: string | null
}

/** How a person signs in, for whoever administers them; nobody else sees this. */
export function SignIns({ row }: PageProps) {
  const say = useSay()
  const { data, refetch } = useCall<{ items: SignIn[] }>(`/people/${row.id}/accounts`)
  const [giving, setGiving] = useState(false)
  if (!data) return null
  return (
    <Card
      size="small"
      title={say(words.signIns)}
      extra={
        row.state === 'active' && (
          <Button size="small" onClick={() => setGiving(true)}>
            {say(words.give)}
          </Button>
        )
      }
    >
      {data.items.length === 0 && <span className="ts-quiet">{say(words.none)}</span>}
      {data.items.map(({ login, disabledAt }) => (
        <div key={login}>
          {login} {disabledAt && <span className="ts-quiet">{say(words.disabled)}</span>}
        </div>
      ))}
      {giving && (
        <GiveSignIn
          person={row.id}
          onClose={() => {
            setGiving(false)
            void refetch()
          }}
        />
      )}
    </Card>
  )
}

const names = ['login', 'password']

function GiveSignIn({ person, onClose }: { person: string; onClose: () => void }) {
  const say = useSay()
  const [form] = Form.useForm()
  const faults = useFaults(form, names)
  const [sending, setSending] = useState(false)
  const give = async (body: object) => {
    faults.clear()
    setSending(true)
    try {
      await api.call(`/people/${person}/give-account`, { method: 'POST', body })
      onClose()
    } catch (problem) {
      faults.take(problem)
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal open title={say(words.give)} onCancel={onClose} onOk={() => form.submit()} confirmLoading={sending}>
      <Form form={form} layout="vertical" onFinish={give}>
        <FormFault problem={faults.problem} rest={faults.rest} onReload={onClose} />
        <Form.Item name="login" label={say(words.login)} extra={say(words.loginHint)} required>
          <Input autoComplete="off" autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="password" label={say(words.password)} extra={say(words.passwordHint)} required>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
