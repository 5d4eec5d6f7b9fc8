import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { answerPasskey, type PasskeyOptions, passkeysWork } from '../account/passkey.ts'
import { type HalfIn, SecondStep } from '../account/SecondStep.tsx'
import { accountWords } from '../account/words.ts'
import { api } from '../client/api.ts'
import { sessionQuery, setupQuery } from '../client/session.ts'
import type { Session } from '../client/types.ts'
import { words } from '../words.ts'
import { useProblemText } from './Broken.tsx'
import { Gate } from './Gate.tsx'
import { useSay } from './lang.tsx'
import { innerAddress } from './search.ts'

interface Ways {
  /** What the firm is called; empty as long as nobody has said. */
  readonly house: string
  readonly directory: boolean
  readonly firm: string | null
}

const post = <T,>(path: string, body: object) => api.call<T>(path, { method: 'POST', body })

/** Signs in, by one step or two, and goes on to the address the person had asked for. */
export function SignIn() {
  const say = useSay()
  const text = useProblemText()
  const { to } = useSearch({ strict: false }) as { to?: string }
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data: setup } = useQuery(setupQuery)
  const { data: ways } = useQuery({ queryKey: ['ways'], queryFn: () => api.call<Ways>('/session/ways') })
  const [half, setHalf] = useState<HalfIn>()
  const signIn = useMutation({
    mutationFn: (ask: () => Promise<Session | HalfIn>) => ask(),
    onSuccess: (entered) => {
      if ('ticket' in entered) return setHalf(entered)
      queries.setQueryData(sessionQuery.queryKey, entered)
      return navigate({ href: innerAddress(to), replace: true })
    },
  })
  if (setup?.needed) return <Navigate to="/set-up" replace />
  const fault = signIn.error ? text(signIn.error) : undefined
  if (half) {
    return (
      <Gate title={say(accountWords.secondTitle)} fault={fault}>
        <SecondStep
          half={half}
          busy={signIn.isPending}
          onGiven={(given) => signIn.mutate(async () => post<Session>('/session/second', await given()))}
          onAgain={() => {
            signIn.reset()
            setHalf(undefined)
          }}
        />
      </Gate>
    )
  }
  return (
    <Gate title={say(words.signIn)} firm={ways?.house} fault={fault}>
      <FirstStep
        busy={signIn.isPending}
        demo={setup?.demo ? (setup.logins ?? []) : []}
        onGiven={(values) => signIn.mutate(() => post('/session', values))}
      />
      <OtherWays ways={ways} to={innerAddress(to)} onAsk={(ask) => signIn.mutate(ask)} />
    </Gate>
  )
}

interface FirstStepProps {
  readonly busy: boolean
  readonly demo: readonly string[]
  readonly onGiven: (values: object) => void
}

function FirstStep({ busy, demo, onGiven }: FirstStepProps) {
  const say = useSay()
  const [form] = Form.useForm<{ login: string; password: string }>()
  const password = useRef<InputRef>(null)
  return (
    <>
      <Form form={form} layout="vertical" onFinish={onGiven} requiredMark={false}>
        <Form.Item name="login" label={say(words.login)} rules={[{ required: true }]}>
          <Input autoComplete="username" autoFocus autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="password" label={say(words.password)} rules={[{ required: true }]}>
          <Input.Password ref={password} autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {say(words.signIn)}
        </Button>
      </Form>
      {demo.length > 0 && (
        <section className="ts-demo">
          <h2>{say(words.signInWith)}</h2>
          <div>
            {demo.map((login) => (
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
    </>
  )
}

/** Without a password: a passkey of this device, or the firm's own sign-in where there is one. */
interface OtherWaysProps {
  readonly ways: Ways | undefined
  readonly to: string
  readonly onAsk: (ask: () => Promise<Session>) => void
}

function OtherWays({ ways, to, onAsk }: OtherWaysProps) {
  const say = useSay()
  const byPasskey = async () => {
    const passkey = await answerPasskey(await post<PasskeyOptions>('/session/passkey/options', {}))
    return post<Session>('/session/passkey', { passkey })
  }
  const byFirm = async () => {
    const { address } = await post<{ address: string }>('/session/firm', { to })
    location.assign(address)
    // The page is left: nothing follows here.
    return new Promise<Session>(() => undefined)
  }
  return (
    <div className="ts-ways">
      {ways?.directory && <p className="ts-quiet">{say(accountWords.directoryHint)}</p>}
      {passkeysWork() && (
        <Button block onClick={() => onAsk(byPasskey)}>
          {say(accountWords.withPasskey)}
        </Button>
      )}
      {ways?.firm && (
        <Button block onClick={() => onAsk(byFirm)}>
          {say(accountWords.withFirm)}
          {ways.firm}
        </Button>
      )}
    </div>
  )
}
