import { Alert, Button, Card, Popconfirm } from 'antd'
import { useState } from 'react'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Copyable } from '../../../../web/widgets/Copyable.tsx'
import { TokenOnce } from '../../../../web/widgets/TokenOnce.tsx'
import { backupPlan } from '../../backup-plan/backup-plan.record.ts'
import type { MethodSettings } from '../../backup-plan/method.settings.ts'
import { planScreenWords as words } from './words.ts'

/** What each way of saving is wrapped as: the command is the firm's own. */
const commands = {
  'pg-dump': ['--file firm.dump --total rows=…', 'pg_dump -Fc -f firm.dump firm'],
  'mysql-dump': ['--file firm.sql', 'mysqldump --result-file=firm.sql firm'],
  tar: ['--file files.tgz', 'tar -czf files.tgz /srv/files'],
  restic: ['', 'restic -r … backup /srv/files'],
  command: ['--file copy', './backup.sh'],
} as const

/** Beside a plan: the token by which its runs are reported, and the command that reports them. */
export function PlanSetUp({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const [token, setToken] = useState<string>()
  const write = useWriteOf<{ token: string }>(backupPlan, row.id)
  const settings = row['settings'] as MethodSettings
  const make = () => write.mutate({ path: 'make-token', body: {} }, { onSuccess: (answer) => setToken(answer.token) })
  if (row.state === 'ended') return null
  const [options, command] = commands[settings.is]
  const wrapped = `touchstone backup-run --plan ${row.number}`
  return (
    <Card size="small" title={say(words.setUp)}>
      {'watch' in settings && settings.watch && <p className="ts-gap">{say(words.looked)}</p>}
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      {token && <TokenOnce token={token} />}
      {row.can?.['make-token'] === true &&
        (row['secretSet'] === true ? (
          <Popconfirm title={say(words.renewToken)} description={say(words.renewHint)} onConfirm={make}>
            <Button loading={write.isPending}>{say(words.renewToken)}</Button>
          </Popconfirm>
        ) : (
          <Button type="primary" loading={write.isPending} onClick={make}>
            {say(words.makeToken)}
          </Button>
        ))}
      <p className="ts-quiet ts-gap">{say(words.once)}</p>
      <Copyable lines={[`${wrapped} --server ${location.origin} --token ${token ?? '…'}`]} />
      <p className="ts-quiet ts-gap">{say(words.afterwards)}</p>
      <Copyable lines={[`${wrapped}${options && ` ${options}`} -- ${command}`]} />
      <p className="ts-quiet ts-gap">{say(words.cutOff)}</p>
    </Card>
  )
}
