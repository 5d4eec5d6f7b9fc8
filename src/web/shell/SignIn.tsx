import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, type InputRef } from 'antd'
import { useRef } from 'react'
import { api } from '../client/api.ts'
import { sessionQuery, setupQuery } from '../client/session.ts'
import type { Session } from '../client/types.ts'
import { words } from '../words.ts'
import { useProblemText } from './Broken.tsx'
import { Gate } from './Gate.tsx'
import { useSay } from './lang.tsx'
import { innerAddress } from './search.ts'

/** Signs in and goes on to the address the person had asked for. */
export function SignIn() {
  const say = useSay()
  const text = useProblemText()
  const [form] = Form.useForm<{ login: string; password: string }>()
  const password = useRef<InputRef>(null)
  const { to } = useSearch({ strict: false }) as { to?: string }
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data: setup } = useQuery(setupQuery)
  const signIn = useMutation({
    mutationFn: (body: object) => api.call<Session>('/session', { method: 'POST', body }),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session)
      return navigate({ href: innerAddress(to), replace: true })
    },
  })
  if (setup?.needed) return <Navigate to="/set-up" replace />
  return (
    <Gate title={say(words.signIn)} fault={signIn.error ? text(signIn.error) : undefined}>
      <Form form={form} layout="vertical" onFinish={(values) => signIn.mutate(values)} requiredMark={false}>
        <Form.Item name="login" label={say(words.login)} rules={[{ required: true }]}>
          <Input autoComplete="username" autoFocus autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="password" label={say(words.password)} rules={[{ required: true }]}>
          <Input.Password ref={password} autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {say(words.signIn)}
        </Button>
      </Form>
      {setup?.demo && (
        <section className="ts-demo">
          <h2>{say(words.signInWith)}</h2>
          <div>
            {(setup.logins ?? []).map((login) => (
              <Button
                key={login}
                size="small"
                onClick={() => {
                  form.setFieldValue('login', login)
                  password.current?.focus()
                }}
              >
                {login}
              </Button>
            ))}
          </div>
          <p className="ts-quiet">{say(words.demoHint)}</p>
        </section>
      )}
    </Gate>
  )
}
