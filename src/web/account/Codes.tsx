import { CheckOutlined } from '@ant-design/icons'
import { Button, Card, Form, Modal, QRCode, Tag, Typography } from 'antd'
import { useState } from 'react'
import { api } from '../client/api.ts'
import { useSay } from '../shell/lang.tsx'
import { type Account, useAccountChanged } from './account.ts'
import { CodeInput } from './Presence.tsx'
import { PresenceModal } from './PresenceModal.tsx'
import { accountWords as words } from './words.ts'

type Asking = 'on' | 'off' | 'renew'

const titles = { on: words.switchOnCodes, off: words.switchOffCodes, renew: words.renewRecovery } as const

interface Secret {
  readonly secret: string
  readonly uri: string
}

/** One-time codes of an authenticator app, and the recovery codes for the day it is lost. */
export function Codes({ account }: { account: Account }) {
  const say = useSay()
  const changed = useAccountChanged()
  const [asking, setAsking] = useState<Asking>()
  const [secret, setSecret] = useState<Secret>()
  const [recovery, setRecovery] = useState<readonly string[]>()
  const close = () => {
    setAsking(undefined)
    setSecret(undefined)
  }
  const proved = async (signature: object | undefined, values: Record<string, string>) => {
    if (asking === 'off') await api.call('/account/codes/off', { method: 'POST', body: { signature } })
    else if (asking === 'on' && !secret) {
      setSecret(await api.call<Secret>('/account/codes', { method: 'POST', body: { signature } }))
      return
    } else {
      const body = asking === 'on' ? { signature, secret: secret?.secret, code: values['code'] } : { signature }
      const path = asking === 'on' ? '/account/codes' : '/account/recovery-codes'
      const method = asking === 'on' ? 'PUT' : 'POST'
      setRecovery((await api.call<{ recoveryCodes: string[] }>(path, { method, body })).recoveryCodes)
    }
    await changed()
    close()
  }
  return (
    <Card
      size="small"
      title={say(words.codes)}
      extra={
        account.codes ? (
          <Button size="small" onClick={() => setAsking('off')}>
            {say(words.switchOff)}
          </Button>
        ) : (
          <Button size="small" onClick={() => setAsking('on')}>
            {say(words.switchOn)}
          </Button>
        )
      }
    >
      <p className="ts-quiet ts-account-hint">{say(words.codesHint)}</p>
      <div className="ts-account-line">
        <Tag icon={account.codes ? <CheckOutlined /> : undefined}>
          {say(account.codes ? words.codesOn : words.codesOff)}
        </Tag>
        {account.codes && (
          <>
            <span>
              {say(words.recoveryLeft)} <b className="ts-figures">{account.recoveryCodes}</b>
            </span>
            <span className="ts-grow" />
            <Button size="small" onClick={() => setAsking('renew')}>
              {say(words.renewRecovery)}
            </Button>
          </>
        )}
      </div>
      {asking && (
        <PresenceModal
          // A second step of its own: with the secret in hand, the first code and the proof once more.
          key={secret ? 'confirm' : asking}
          title={say(titles[asking])}
          names={secret ? ['code'] : []}
          onClose={close}
          onProved={proved}
        >
          {secret && <Enrol {...secret} />}
        </PresenceModal>
      )}
      {recovery && (
        <Modal
          open
          title={say(words.recoveryCode)}
          closable={false}
          mask={{ closable: false }}
          okText={say(words.kept)}
          footer={(_, { OkBtn }) => <OkBtn />}
          onOk={() => setRecovery(undefined)}
        >
          <p>{say(words.recoveryOnce)}</p>
          <ul className="ts-account-codes">
            {recovery.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <Typography.Text copyable={{ text: recovery.join('\n') }} />
        </Modal>
      )}
    </Card>
  )
}

/** The secret as a picture and as letters, and the first code that proves the app has it. */
function Enrol({ secret, uri }: Secret) {
  const say = useSay()
  return (
    <>
      <p>{say(words.scan)}</p>
      <div className="ts-account-enrol">
        <QRCode value={uri} size={160} type="svg" />
        <div className="ts-account-secret">
          <div className="ts-quiet">{say(words.secret)}</div>
          <Typography.Text code copyable={{ text: secret }}>
            {secret.match(/.{4}/g)?.join(' ')}
          </Typography.Text>
        </div>
      </div>
      <Form.Item name="code" label={say(words.code)} extra={say(words.codeHint)} required>
        <CodeInput />
      </Form.Item>
    </>
  )
}
