import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Card, Skeleton, Table } from 'antd'
import { role } from '../../../record/rule.ts'
import { api } from '../../../web/client/api.ts'
import { useCall } from '../../../web/client/hooks.ts'
import { useSession } from '../../../web/client/session.ts'
import { showInstant } from '../../../web/format/time.ts'
import { mayEver } from '../../../web/shell/access.ts'
import { LoadFailed, useProblemText } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { clashWords, stoppedWords, directoryWords as words } from './words.ts'

interface Sync {
  readonly at: string
  readonly outcome: 'done' | 'stopped' | 'failed'
  readonly seen: number
  readonly created: number
  readonly changed: number
  readonly gone: number
  readonly clashes: readonly { login: string; why: keyof typeof clashWords }[]
}

/** What the last looks into the firm's directory came to, and one more by hand. */
export function DirectorySync() {
  const say = useSay()
  const text = useProblemText()
  const session = useSession()
  const { data, error, refetch } = useCall<{ url: string | null; syncs: Sync[] }>('/directory', {}, ['work'])
  const start = useMutation({
    mutationFn: (confirmed: number | undefined) =>
      api.call('/directory/sync', { method: 'POST', body: confirmed === undefined ? {} : { confirmed } }),
  })
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active title={false} />
  const mayStart = data.url !== null && mayEver(role('admin'), session)
  const last = data.syncs[0]
  return (
    <Card
      size="small"
      className="ts-gap"
      title={say(words.title)}
      extra={
        mayStart && (
          <Button size="small" loading={start.isPending} onClick={() => start.mutate(undefined)}>
            {say(words.now)}
          </Button>
        )
      }
    >
      {start.error && <Alert type="error" showIcon title={text(start.error)} className="ts-gap" />}
      {data.url === null ? (
        <span className="ts-quiet">{say(words.none)}</span>
      ) : (
        <p className="ts-quiet">
          {data.url} · <Link to={'/directory-groups' as '/'}>{say(words.groups)}</Link>
        </p>
      )}
      {last?.outcome === 'stopped' && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="ts-gap"
          title={say(words.stopped)}
          description={say(stoppedWords(last.gone))}
          action={
            mayStart && (
              <Button size="small" onClick={() => start.mutate(last.gone)}>
                {say(words.confirm)}
              </Button>
            )
          }
        />
      )}
      {last && last.clashes.length > 0 && (
        <Alert
          type="info"
          showIcon
          className="ts-gap"
          title={say(words.clashes)}
          description={last.clashes.map(({ login, why }) => say(clashWords[why](login))).join('\n')}
        />
      )}
      {data.url !== null && !last && <span className="ts-quiet">{say(words.never)}</span>}
      {last && (
        <Table<Sync>
          size="small"
          rowKey="at"
          pagination={false}
          dataSource={[...data.syncs]}
          columns={[
            { title: say(words.at), render: (_, { at }) => <span className="ts-figures">{showInstant(at)}</span> },
            { title: say(words.outcome), render: (_, { outcome }) => say(words[outcome]) },
            ...(['seen', 'created', 'changed', 'gone'] as const).map((name) => ({
              title: say(words[name]),
              dataIndex: name,
              align: 'right' as const,
              className: 'ts-figures',
            })),
          ]}
        />
      )}
    </Card>
  )
}
