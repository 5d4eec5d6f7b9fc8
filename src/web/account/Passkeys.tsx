import { Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../client/api.ts'
import { showInstant } from '../format/time.ts'
import { useSay } from '../shell/lang.tsx'
import { words as common } from '../words.ts'
import { type Account, type Passkey, useAccountChanged } from './account.ts'
import { PresenceModal } from './PresenceModal.tsx'
import { makePasskey, type PasskeyOptions, passkeysWork } from './passkey.ts'
import { accountWords as words } from './words.ts'

/** The person's passkeys: what they are called, when they last served, one more, one less. */
export function Passkeys({ account: { passkeys } }: { account: Account }) {
  const say = useSay()
  const changed = useAccountChanged()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Passkey>()
  const works = passkeysWork()
  const add = async (signature: object | undefined, { name }: Record<string, string>) => {
    const options = await api.call<PasskeyOptions>('/account/passkeys/options', { method: 'POST', body: { signature } })
    const answer = await makePasskey(options)
    await api.call('/account/passkeys', { method: 'POST', body: { name, answer } })
    await changed()
    setAdding(false)
  }
  const remove = async (signature: object | undefined) => {
    await api.call(`/account/passkeys/${removing?.id}/remove`, { method: 'POST', body: { signature } })
    await changed()
    setRemoving(undefined)
  }
  return (
    <Card
      size="small"
      title={say(words.passkeys)}
      extra={
        <Button size="small" disabled={!works} onClick={() => setAdding(true)}>
          {say(words.addPasskey)}
        </Button>
      }
    >
      <p className="ts-quiet ts-account-hint">{say(works ? words.passkeysHint : words.noPasskeysHere)}</p>
      {passkeys.length === 0 && <span className="ts-quiet">{say(words.noPasskeys)}</span>}
      <ul className="ts-plain">
        {passkeys.map((passkey) => (
          <li key={passkey.id} className="ts-account-line">
            <b>{passkey.name}</b>
            <span className="ts-quiet ts-figures">
              {passkey.lastUsedAt ? `${say(words.lastUsed)} ${showInstant(passkey.lastUsedAt)}` : say(words.neverUsed)}
            </span>
            <span className="ts-grow" />
            <Button size="small" onClick={() => setRemoving(passkey)}>
              {say(common.remove)}
            </Button>
          </li>
        ))}
      </ul>
      {adding && (
        <PresenceModal title={say(words.addPasskey)} names={['name']} onClose={() => setAdding(false)} onProved={add}>
          <Form.Item
            name="name"
            label={say(words.passkeyName)}
            extra={say(words.passkeyNameHint)}
            rules={[{ required: true }]}
          >
            <Input maxLength={80} autoComplete="off" />
          </Form.Item>
        </PresenceModal>
      )}
      {removing && (
        <PresenceModal
          title={`${say(common.remove)} · ${removing.name}`}
          onClose={() => setRemoving(undefined)}
          onProved={remove}
        />
      )}
    </Card>
  )
}
