import { Link } from '@tanstack/react-router'
import { Alert, Button, Card, Popconfirm, Space } from 'antd'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { archiveJob } from '../../archive-job/archive-job.record.ts'
import { archiveScreenWords as words } from './words.ts'

/** Beside a job: what it would move now, and having it done at once. */
export function AboutJob({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const write = useWriteOf<{ run: string }>(archiveJob, row.id)
  const begin = (path: 'dry-run' | 'run-now') => write.mutate({ path, body: {} })
  return (
    <Card size="small" title={say(words.move)}>
      <p className="ts-quiet">{say(words.safe)}</p>
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      {write.data && (
        <p>
          {say(words.begun)}
          <Link to={`/archive-runs/${write.data.run}`} className="ts-ref">
            {write.data.run}
          </Link>
        </p>
      )}
      <Space wrap>
        {row.can?.['dry-run'] === true && row.state !== 'ended' && (
          <Button loading={write.isPending} onClick={() => begin('dry-run')}>
            {say(words.dryRun)}
          </Button>
        )}
        {row.can?.['run-now'] === true && row.state === 'active' && (
          <Popconfirm title={say(words.runNow)} onConfirm={() => begin('run-now')}>
            <Button type="primary" loading={write.isPending}>
              {say(words.runNow)}
            </Button>
          </Popconfirm>
        )}
      </Space>
    </Card>
  )
}
