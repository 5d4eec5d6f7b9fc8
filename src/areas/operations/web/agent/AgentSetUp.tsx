import { Card } from 'antd'
import { useState } from 'react'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Copyable } from '../../../../web/widgets/Copyable.tsx'
import { MakeToken } from '../../../../web/widgets/MakeToken.tsx'
import { probeAgent } from '../../probe-agent/probe-agent.record.ts'
import { agentScreenWords as words } from './words.ts'

/** Beside an agent that is awaited: the one-time token, and the command by which it joins. */
export function AgentSetUp({ row }: PageProps) {
  const say = useSay()
  const [token, setToken] = useState<string>()
  if (row.state !== 'awaited') return null
  return (
    <Card size="small" title={say(words.setUp)}>
      {row.can?.['invite'] === true ? (
        <MakeToken
          {...{ record: probeAgent, row, verb: 'invite', token, made: setToken }}
          renewHint={words.renewHint}
        />
      ) : (
        <p className="ts-quiet">{say(words.onlyAdmin)}</p>
      )}
      <p className="ts-gap">{say(words.howTo)}</p>
      <Copyable lines={[`touchstone agent --join ${location.origin} \\`, `  --token ${token ?? '…'}`]} />
      <p className="ts-quiet ts-gap">{say(words.thenOn)}</p>
    </Card>
  )
}
