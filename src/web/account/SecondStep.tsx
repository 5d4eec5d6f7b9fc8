import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useSay } from '../shell/lang.tsx'
import { words as common } from '../words.ts'
import { CodeInput } from './Presence.tsx'
import { answerPasskey, type PasskeyOptions, passkeysWork } from './passkey.ts'
import { accountWords as words } from './words.ts'

/** Half in: what the second step may be done with. */
export interface HalfIn {
  readonly ticket: string
  readonly codes: boolean
  readonly passkey: PasskeyOptions | null
}

interface SecondStepProps {
  readonly half: HalfIn
  readonly busy: boolean
  readonly onGiven: (given: () => Promise<object>) => void
  readonly onAgain: () => void
}

/** The second step of a sign-in: a code, a recovery code, or a passkey. */
export function SecondStep({ half, busy, onGiven, onAgain }: SecondStepProps) {
  const say = useSay()
  const [recovering, setRecovering] = useState(false)
  const { ticket, codes, passkey } = half
  const give = (values: { code?: string; recovery?: string }) => onGiven(async () => ({ ticket, ...values }))
  return (
    <Form layout="vertical" onFinish={give} requiredMark={false}>
      <p className="ts-quiet ts-gap">{say(words.secondHint)}</p>
      {codes && (
        <>
          {recovering ? (
            <Form.Item name="recovery" key="recovery" label={say(words.recoveryCode)} rules={[{ required: true }]}>
              <Input autoComplete="off" autoFocus />
            </Form.Item>
          ) : (
            <Form.Item
              name="code"
              key="code"
              label={say(words.code)}
              extra={say(words.codeHint)}
              rules={[{ required: true }]}
            >
              <CodeInput autoFocus />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" block loading={busy}>
            {say(common.signIn)}
          </Button>
          <Button type="link" block onClick={() => setRecovering(!recovering)}>
            {say(recovering ? words.useCode : words.useRecovery)}
          </Button>
        </>
      )}
      {passkey && passkeysWork() && (
        <Button
          block
          type={codes ? 'default' : 'primary'}
          loading={busy && !codes}
          onClick={() => onGiven(async () => ({ ticket, passkey: await answerPasskey(passkey) }))}
        >
          {say(words.usePasskey)}
        </Button>
      )}
      <Button type="link" block onClick={onAgain}>
        {say(words.startOver)}
      </Button>
    </Form>
  )
}
