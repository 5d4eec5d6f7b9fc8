import { Card } from 'antd'
import { useState } from 'react'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Copyable } from '../../../../web/widgets/Copyable.tsx'
import { MakeToken } from '../../../../web/widgets/MakeToken.tsx'
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
  const [token, setToken] = useState<string>()
  const settings = row['settings'] as MethodSettings
  if (row.state === 'ended') return null
  const [options, command] = commands[settings.is]
  const wrapped = `touchstone backup-run --plan ${row.number}`
  return (
    <Card size="small" title={say(words.setUp)}>
      {'watch' in settings && settings.watch && <p className="ts-gap">{say(words.looked)}</p>}
      <MakeToken record={backupPlan} row={row} token={token} made={setToken} renewHint={words.renewHint} />
      <p className="ts-quiet ts-gap">{say(words.once)}</p>
      <Copyable lines={[`${wrapped} --server ${location.origin} --token ${token ?? '…'}`]} />
      <p className="ts-quiet ts-gap">{say(words.afterwards)}</p>
      <Copyable lines={[`${wrapped}${options && ` ${options}`} -- ${command}`]} />
      <p className="ts-quiet ts-gap">{say(words.cutOff)}</p>
    </Card>
  )
}
