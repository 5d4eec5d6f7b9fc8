import { App, Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../client/api.ts'
import { FormFault, useFaults } from '../record/faults.tsx'
import { useSay } from '../shell/lang.tsx'
import type { Account } from './account.ts'
import { atLeast, accountWords as words } from './words.ts'

/** Changes the password, where it is ours; the present one is wanted. */
export function Password({ account }: { account: Account }) {
  const say = useSay()
  const { message } = App.useApp()
  const [form] = Form.useForm()
  const faults = useFaults(form, ['old', 'password'])
  const [sending, setSending] = useState(false)
  const change = async (body: object) => {
    faults.clear()
    setSending(true)
    try {
      await api.call('/account/password', { method: 'PUT', body })
      form.resetFields()
      message.success(say(words.passwordChanged))
    } catch (problem) {
      faults.take(problem)
    } finally {
      setSending(false)
    }
  }
  return (
    <Card size="small" title={say(words.changePassword)}>
      {account.password !== 'own' ? (
        <span className="ts-quiet">
          {say(account.password === 'directory' ? words.passwordElsewhere : words.passwordNone)}
        </span>
      ) : (
        <Form
          form={form}
          name="change-password"
          layout="vertical"
          onFinish={change}
          requiredMark={false}
          className="ts-narrow"
        >
          <FormFault problem={faults.problem} rest={faults.rest} onReload={() => faults.clear()} />
          <input type="text" autoComplete="username" value={account.login} readOnly hidden />
          <Form.Item name="old" label={say(words.oldPassword)} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="password"
            label={say(words.newPassword)}
            extra={say(atLeast(account.passwordLength))}
            rules={[{ required: true }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button htmlType="submit" loading={sending}>
            {say(words.changePassword)}
          </Button>
        </Form>
      )}
    </Card>
  )
}
