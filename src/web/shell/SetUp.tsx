import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { api } from '../client/api.ts'
import { faultsFor, Problem } from '../client/problem.ts'
import { sessionQuery, setupQuery } from '../client/session.ts'
import { words } from '../words.ts'
import { useProblemText } from './Broken.tsx'
import { Gate } from './Gate.tsx'
import { useSay } from './lang.tsx'

const names = ['code', 'name', 'login', 'password']

/** The first visitor of an empty firm, with the code printed at start, becomes its administrator. */
export function SetUp() {
  const say = useSay()
  const text = useProblemText()
  const [form] = Form.useForm()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data: setup } = useQuery(setupQuery)
  const setUp = useMutation({
    mutationFn: (body: object) => api.call('/setup', { method: 'POST', body }),
    onSuccess: async () => {
      queries.setQueryData(setupQuery.queryKey, { needed: false })
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey, refetchType: 'all' })
      await navigate({ to: '/', replace: true })
    },
    onError: (problem) => {
      if (!(problem instanceof Problem)) return
      const { fields } = faultsFor(problem, names)
      form.setFields(names.map((name) => ({ name, errors: [...(fields[name] ?? [])] })))
    },
  })
  if (setup && !setup.needed && !setUp.isSuccess) return <Navigate to="/" replace />
  return (
    <Gate title={say(words.setupTitle)} fault={setUp.error ? text(setUp.error) : undefined}>
      <p className="ts-quiet">{say(words.setupHint)}</p>
      <Form form={form} layout="vertical" onFinish={(values) => setUp.mutate(values)} requiredMark={false}>
        <Form.Item name="code" label={say(words.setupCode)} rules={[{ required: true }]}>
          <Input autoFocus autoComplete="one-time-code" />
        </Form.Item>
        <Form.Item name="name" label={say(words.yourName)} rules={[{ required: true }]}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="login" label={say(words.login)} rules={[{ required: true }]}>
          <Input autoComplete="username" autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="password" label={say(words.password)} rules={[{ required: true }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={setUp.isPending}>
          {say(words.setupTitle)}
        </Button>
      </Form>
    </Gate>
  )
}
