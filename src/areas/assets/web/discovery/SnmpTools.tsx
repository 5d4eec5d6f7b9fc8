import { Alert, App, Button, Card, Input } from 'antd'
import { useState } from 'react'
import type { Words } from '../../../../record/words.ts'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { snmpTarget } from '../../snmp-target/snmp-target.record.ts'
import './discovery.css'

const words = {
  title: ['询问与密钥', 'Asking, and its keys'],
  ask: ['现在询问', 'Ask now'],
  asked: ['已排队,稍后在「发现」里看结果。', 'Queued; what it answers appears under Discovery.'],
  community: ['团体名', 'Community'],
  authKey: ['认证口令', 'Authentication pass phrase'],
  privKey: ['加密口令', 'Privacy pass phrase'],
  keep: ['保存密钥', 'Keep the keys'],
  kept: ['已保存', 'Kept'],
  hint: ['保存后不再显示。', 'They are shown to nobody afterwards.'],
} as const satisfies Record<string, Words>

/** Beside a device that is asked by SNMP: asks it now, and sets what it is asked with. */
export function SnmpTools({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const write = useWriteOf(snmpTarget, row.id)
  const [keys, setKeys] = useState<Record<string, string>>({})
  const can = row.can as Readonly<Record<string, unknown>> | undefined
  if (can?.['set-keys'] !== true) return null
  const asked = row['protocol'] === 'v2c' ? (['community'] as const) : (['authKey', 'privKey'] as const)
  const send = (path: string, body: object, said: Words) =>
    write.mutate(
      { path, body },
      {
        onSuccess: () => {
          setKeys({})
          void message.success(say(said))
        },
      },
    )
  return (
    <Card size="small" title={say(words.title)}>
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      <Button
        block
        loading={write.isPending}
        onClick={() => send('ask', {}, words.asked)}
        disabled={row.state !== 'active'}
      >
        {say(words.ask)}
      </Button>
      <div className="ast-keys">
        {asked.map((name) => (
          <Input.Password
            key={name}
            value={keys[name] ?? ''}
            placeholder={say(words[name])}
            aria-label={say(words[name])}
            autoComplete="new-password"
            onChange={({ target }) => setKeys({ ...keys, [name]: target.value })}
          />
        ))}
        <span className="ts-quiet">{say(words.hint)}</span>
        <Button loading={write.isPending} onClick={() => send('set-keys', keys, words.kept)}>
          {say(words.keep)}
        </Button>
      </div>
    </Card>
  )
}
