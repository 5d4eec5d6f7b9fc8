import { Alert, Card } from 'antd'
import { useState } from 'react'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Copyable } from '../../../../web/widgets/Copyable.tsx'
import { MakeToken } from '../../../../web/widgets/MakeToken.tsx'
import { eventSource } from '../../event-source/event-source.record.ts'
import type { SourceKind } from '../../event-source/event-source.settings.ts'
import { SnmpSetUp } from './SnmpSetUp.tsx'
import { useTraffic } from './traffic.ts'
import { sourceScreenWords as words } from './words.ts'

/** Beside a source: where its sender sends to, by what token, and how that is set up there. */
export function SourceSetUp({ row }: PageProps) {
  const say = useSay()
  const [token, setToken] = useState<string>()
  const kind = row['kind'] as SourceKind
  if (kind === 'syslog') return <SyslogSetUp id={row.id} />
  if (kind === 'snmp') return <SnmpSetUp row={row} />
  if (kind === 'mail')
    return (
      <Card size="small" title={say(words.setUp)}>
        {say(words.mail)}
      </Card>
    )
  const address = `${location.origin}/api/intake/${kind}`
  return (
    <Card size="small" title={say(words.setUp)}>
      <div className="ts-quiet">{say(words.address)}</div>
      <Copyable lines={[address]} />
      <MakeToken record={eventSource} row={row} token={token} made={setToken} renewHint={words.renewHint} />
      <p className="ts-quiet ts-gap">{say(words.tokenHeader)}</p>
      <How kind={kind} address={address} token={token ?? '…'} />
    </Card>
  )
}

function SyslogSetUp({ id }: { id: string }) {
  const say = useSay()
  const { data } = useTraffic(id)
  return (
    <Card size="small" title={say(words.setUp)}>
      {data?.syslogPort === 0 && <Alert type="warning" showIcon title={say(words.syslogOff)} className="ts-gap" />}
      <p className="ts-gap">{say(words.syslog)}</p>
      <Copyable
        lines={[`*.warning @@${location.hostname}:${data?.syslogPort || '…'};RSYSLOG_SyslogProtocol23Format`]}
      />
    </Card>
  )
}

function How({
  kind,
  address,
  token,
}: {
  kind: Exclude<SourceKind, 'syslog' | 'snmp' | 'mail'>
  address: string
  token: string
}) {
  const say = useSay()
  switch (kind) {
    case 'alertmanager':
      return (
        <>
          <p>{say(words.alertmanager)}</p>
          <Copyable
            lines={[
              'receivers:',
              '  - name: touchstone',
              '    webhook_configs:',
              `      - url: ${address}`,
              '        send_resolved: true',
              '        http_config:',
              '          authorization:',
              `            credentials: ${token}`,
            ]}
          />
        </>
      )
    case 'zabbix':
      return (
        <>
          <a href="/integrations/zabbix/media_touchstone.yaml" download>
            {say(words.zabbixFile)}
          </a>
          <ol className="ops-steps-list">
            {[words.zabbix1, words.zabbix2, words.zabbix3, words.zabbix4].map((one) => (
              <li key={one[1]}>{say(one)}</li>
            ))}
          </ol>
        </>
      )
    case 'json':
      return (
        <>
          <p>{say(words.json)}</p>
          <Copyable
            lines={[
              `curl -fsS ${address} \\`,
              `  -H 'Authorization: Bearer ${token}' \\`,
              "  -H 'Content-Type: application/json' -d @event.json",
            ]}
          />
        </>
      )
  }
}
