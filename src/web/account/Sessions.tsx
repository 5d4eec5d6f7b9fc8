import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Skeleton, Tag } from 'antd'
import { api } from '../client/api.ts'
import { showInstant } from '../format/time.ts'
import { LoadFailed, useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { browserOf } from './agent.ts'
import { wayWords, accountWords as words } from './words.ts'

interface Session {
  readonly id: string
  readonly way: string
  readonly createdAt: string
  readonly seenAt: string
  readonly ip: string
  readonly agent: string
  readonly current: boolean
}

const queryKey = ['account', 'sessions']

/** Where the person is signed in now; any but this one can be ended from here. */
export function Sessions() {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey, queryFn: () => api.call<{ items: Session[] }>('/account/sessions') })
  const onSuccess = () => queries.invalidateQueries({ queryKey })
  const end = useMutation({
    mutationFn: (id: string) => api.call(`/account/sessions/${id}`, { method: 'DELETE' }),
    onSuccess,
  })
  const endOthers = useMutation({
    mutationFn: () => api.call('/account/sessions/end-others', { method: 'POST', body: {} }),
    onSuccess,
  })
  if (sessions.error) return <LoadFailed error={sessions.error} retry={() => sessions.refetch()} />
  const fault = end.error ?? endOthers.error
  const items = sessions.data?.items ?? []
  return (
    <Card
      size="small"
      title={say(words.sessions)}
      extra={
        items.length > 1 && (
          <Button size="small" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {say(words.endOthers)}
          </Button>
        )
      }
    >
      {fault && <Alert type="error" showIcon title={text(fault)} className="ts-gap" />}
      {sessions.isPending && <Skeleton active title={false} />}
      <ul className="ts-plain">
        {items.map(({ id, way, seenAt, ip, agent, current }) => (
          <li key={id} className="ts-account-line">
            <b title={agent}>{browserOf(agent)}</b>
            {current && <Tag color="blue">{say(words.thisOne)}</Tag>}
            <span className="ts-quiet">
              {ip} · {say(wayWords[way] ?? [way, way])}
            </span>
            <span className="ts-quiet ts-figures">
              {say(words.lastUsed)} {showInstant(seenAt)}
            </span>
            <span className="ts-grow" />
            {!current && (
              <Button size="small" onClick={() => end.mutate(id)}>
                {say(words.end)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
