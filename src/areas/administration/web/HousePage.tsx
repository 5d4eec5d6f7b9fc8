import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Table, Tag } from 'antd'
import type { Words } from '../../../record/words.ts'
import { api } from '../../../web/client/api.ts'
import { showInstant } from '../../../web/format/time.ts'
import { useProblemText } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import './house.css'
import { Loaded } from './Loaded.tsx'
import { Retention } from './Retention.tsx'
import { adminWords as words } from './words.ts'

/** How the house itself stands: what it stands on, its queue of jobs, what it keeps, and who is signed in. */
export function HousePage() {
  const say = useSay()
  useTitle(say(words.house))
  return (
    <div className="ts-pad adm-house">
      <h1 className="ts-title">{say(words.house)}</h1>
      <Health />
      <Jobs />
      <Retention />
      <Sessions />
    </div>
  )
}

interface Finding {
  readonly code: string
  readonly level: 'ok' | 'warning' | 'bad'
  readonly text: Words
}

function Health() {
  const say = useSay()
  const signs = {
    ok: <CheckCircleOutlined className="adm-yes" aria-label={say(words.levelOk)} />,
    warning: <ExclamationCircleOutlined className="adm-late" aria-label={say(words.levelWarning)} />,
    bad: <CloseCircleOutlined className="adm-bad" aria-label={say(words.levelBad)} />,
  }
  return (
    <Loaded<{ items: Finding[] }> path="/house/health" title={say(words.health)}>
      {({ items }) => (
        <ul className="ts-plain adm-findings">
          {items.map(({ code, level, text }) => (
            <li key={code}>
              {signs[level]} {say(text)}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}

interface Job {
  readonly id: string
  readonly task: string
  readonly state: 'waiting' | 'running' | 'retrying' | 'given-up'
  readonly runAt: string
  readonly attempts: number
  readonly maxAttempts: number
  readonly lastError: string | null
}

function Jobs() {
  const say = useSay()
  const act = useHouse()
  return (
    <Loaded<{ items: Job[] }> path="/house/jobs" title={say(words.jobs)}>
      {({ items }) => (
        <Table<Job>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={items}
          locale={{ emptyText: say(words.noJobs) }}
          columns={[
            { title: say(words.jobTask), dataIndex: 'task' },
            {
              title: say(words.jobState),
              dataIndex: 'state',
              render: (state: Job['state']) => (
                <Tag color={state === 'given-up' ? 'error' : state === 'retrying' ? 'warning' : 'default'}>
                  {say(jobStates[state])}
                </Tag>
              ),
            },
            { title: say(words.jobAt), dataIndex: 'runAt', render: (at: string) => showInstant(at) },
            { title: say(words.jobTries), render: (_value, job) => `${job.attempts}/${job.maxAttempts}` },
            { title: say(words.jobError), dataIndex: 'lastError', ellipsis: true },
            {
              key: 'act',
              render: (_value, { id }) => (
                <>
                  <Button size="small" onClick={() => act.mutate({ path: '/house/jobs/retry', body: { id } })}>
                    {say(words.jobRetry)}
                  </Button>{' '}
                  <Popconfirm
                    title={say(words.jobDropSure)}
                    onConfirm={() => act.mutate({ path: '/house/jobs/drop', body: { id } })}
                  >
                    <Button size="small">{say(words.jobDrop)}</Button>
                  </Popconfirm>
                </>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  )
}

const jobStates: Readonly<Record<Job['state'], Words>> = {
  waiting: ['待办', 'Waiting'],
  running: ['进行中', 'Running'],
  retrying: ['待重试', 'To be tried again'],
  'given-up': ['已放弃', 'Given up'],
}

interface SignedIn {
  readonly sessions: readonly {
    readonly person: string
    readonly login: string
    readonly createdAt: string
    readonly seenAt: string
    readonly ip: string
  }[]
  readonly tokens: readonly {
    readonly person: string
    readonly name: string
    readonly scope: readonly string[]
    readonly expiresAt: string
    readonly lastUsedAt: string | null
  }[]
}

function Sessions() {
  const say = useSay()
  const act = useHouse()
  const at = (instant: string | null) => (instant ? showInstant(instant) : '—')
  return (
    <Loaded<SignedIn> path="/house/sessions" title={say(words.sessions)}>
      {({ sessions, tokens }) => (
        <>
          <Table
            size="small"
            rowKey={({ login, createdAt }) => `${login} ${createdAt}`}
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={sessions}
            columns={[
              { title: say(words.whoAsks), render: (_value, one) => `${one.person} (${one.login})` },
              { title: say(words.since), dataIndex: 'createdAt', render: at },
              { title: say(words.lastSeen), dataIndex: 'seenAt', render: at },
              { title: say(words.address), dataIndex: 'ip' },
              {
                key: 'act',
                render: (_value, { login }) => (
                  <Popconfirm
                    title={say(words.endSure)}
                    onConfirm={() => act.mutate({ path: '/house/sessions/end', body: { login } })}
                  >
                    <Button size="small">{say(words.end)}</Button>
                  </Popconfirm>
                ),
              },
            ]}
          />
          <Table
            size="small"
            rowKey={({ person, name, expiresAt }) => `${person} ${name} ${expiresAt}`}
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={tokens}
            locale={{ emptyText: say(words.noTokens) }}
            columns={[
              { title: say(words.token), render: (_value, one) => `${one.person}: ${one.name}` },
              { title: say(words.scope), dataIndex: 'scope', render: (scope: string[]) => scope.join(', ') },
              { title: say(words.expires), dataIndex: 'expiresAt', render: at },
              { title: say(words.lastUsed), dataIndex: 'lastUsedAt', render: at },
            ]}
          />
        </>
      )}
    </Loaded>
  )
}

/** Does something to the house, and looks at all of it again. */
function useHouse() {
  const { message } = App.useApp()
  const text = useProblemText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => api.call(path, { method: 'POST', body }),
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/house/') }),
    onError: (problem) => message.error(text(problem)),
  })
}
