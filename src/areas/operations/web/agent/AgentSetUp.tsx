import { Alert, Button, Card } from 'antd'
import { useState } from 'react'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Copyable } from '../../../../web/widgets/Copyable.tsx'
import { TokenOnce } from '../../../../web/widgets/TokenOnce.tsx'
import { probeAgent } from '../../probe-agent/probe-agent.record.ts'
import { agentScreenWords as words } from './words.ts'

/** Beside an agent that is awaited: the one-time token, and the command by which it joins. */
export function AgentSetUp({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const [token, setToken] = useState<string>()
  const write = useWriteOf<{ token: string }>(probeAgent, row.id)
  if (row.state !== 'awaited') return null
  const make = () => write.mutate({ path: 'invite', body: {} }, { onSuccess: (answer) => setToken(answer.token) })
  return (
    <Card size="small" title={say(words.setUp)}>
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      {token && <TokenOnce token={token} />}
      {row.can?.['invite'] === true ? (
        <Button type={token ? 'default' : 'primary'} loading={write.isPending} onClick={make}>
          {say(row['secretSet'] === true ? words.renewToken : words.makeToken)}
        </Button>
      ) : (
        <p className="ts-quiet">{say(words.onlyAdmin)}</p>
      )}
      <p className="ts-gap">{say(words.howTo)}</p>
      <Copyable lines={[`touchstone agent --join ${location.origin} \\`, `  --token ${token ?? '…'}`]} />
      <p className="ts-quiet ts-gap">{say(words.thenOn)}</p>
    </Card>
  )
}
