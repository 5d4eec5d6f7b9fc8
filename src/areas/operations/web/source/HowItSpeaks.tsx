import { Alert } from 'antd'
import type { FormProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { SourceKind } from '../../event-source/event-source.settings.ts'
import { sourceScreenWords as words } from './words.ts'

const hints = {
  alertmanager: words.hintAlertmanager,
  zabbix: words.hintZabbix,
  json: words.hintJson,
  syslog: words.hintSyslog,
  snmp: words.hintSnmp,
  mail: words.hintMail,
} as const

/** Above a source's form: what its fields mean for what was chosen. */
export function HowItSpeaks({ values }: FormProps) {
  const say = useSay()
  const kind = (values['settings'] as { is?: SourceKind } | undefined)?.is
  return kind ? <Alert type="info" showIcon title={say(hints[kind])} className="ts-gap" /> : null
}
