import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Empty, Form, Input, InputNumber, Popconfirm, Select, Skeleton, Tag } from 'antd'
import type { Words } from '../../record/words.ts'
import { api } from '../client/api.ts'
import { useSession } from '../client/session.ts'
import type { ApiToken } from '../client/types.ts'
import { useParts } from '../context.ts'
import { showInstant } from '../format/time.ts'
import { mayRead } from '../shell/access.ts'
import { LoadFailed, useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { TokenOnce } from '../widgets/TokenOnce.tsx'
import { words as common } from '../words.ts'
import { accountWords as words } from './words.ts'

const queryKey = ['tokens']

/** A person's own API tokens: make one for what it may do, see it once, revoke it. */
export function Tokens() {
  const say = useSay()
  const text = useProblemText()
  const scopes = useScopes()
  const queries = useQueryClient()
  const refetch = () => queries.invalidateQueries({ queryKey })
  const tokens = useQuery({ queryKey, queryFn: () => api.call<{ items: ApiToken[] }>('/tokens') })
  const make = useMutation({
    mutationFn: (body: object) => api.call<ApiToken & { token: string }>('/tokens', { method: 'POST', body }),
    onSuccess: refetch,
  })
  const revoke = useMutation({
    mutationFn: (id: string) => api.call(`/tokens/${id}`, { method: 'DELETE' }),
    onSuccess: refetch,
  })
  if (tokens.error) return <LoadFailed error={tokens.error} retry={() => tokens.refetch()} />
  const fault = make.error ?? revoke.error
  return (
    <Card size="small" title={say(words.tokens)}>
      <p className="ts-quiet ts-account-hint">{say(words.tokensHint)}</p>
      {fault && <Alert type="error" showIcon title={text(fault)} className="ts-gap" />}
      {make.data && <TokenOnce token={make.data.token} />}
      <Form
        name="token"
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => make.mutate(values)}
        initialValues={{ days: 90 }}
      >
        <Form.Item name="name" label={say(words.tokenName)} rules={[{ required: true }]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="scope" label={say(words.tokenScope)} rules={[{ required: true }]}>
          <Select mode="multiple" options={scopes} optionFilterProp="label" />
        </Form.Item>
        <Form.Item name="days" label={say(words.tokenDays)} rules={[{ required: true }]}>
          <InputNumber min={1} max={366} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={make.isPending} className="ts-gap">
          {say(common.create)}
        </Button>
      </Form>
      {tokens.isPending && <Skeleton active title={false} />}
      {tokens.data?.items.length === 0 && (
        <Empty description={say(words.noTokens)} image={Empty.PRESENTED_IMAGE_SIMPLE} />
      )}
      <ul className="ts-plain">
        {tokens.data?.items.map(({ id, name, scope, expiresAt, lastUsedAt }) => (
          <li key={id} className="ts-account-line">
            <b>{name}</b>
            {scope.map((one) => (
              <Tag key={one}>{scopes.find(({ value }) => value === one)?.label ?? one}</Tag>
            ))}
            <span className="ts-quiet ts-figures">{`${say(words.tokenExpires)} ${showInstant(expiresAt)}`}</span>
            <span className="ts-quiet ts-figures">
              {lastUsedAt ? `${say(words.lastUsed)} ${showInstant(lastUsedAt)}` : say(words.neverUsed)}
            </span>
            <span className="ts-grow" />
            <Popconfirm
              title={say(words.revoke)}
              description={say(words.revokeSure)}
              onConfirm={() => revoke.mutate(id)}
            >
              <Button size="small">{say(words.revoke)}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Everything, or each kind of record that the person reads, by its own name. */
function useScopes(): { value: string; label: string }[] {
  const say = useSay()
  const session = useSession()
  const { registry } = useParts()
  const of = (name: string, plural: Words) => [
    { value: `${name}:read`, label: `${say(plural)} · ${say(words.reads)}` },
    { value: `${name}:write`, label: `${say(plural)} · ${say(words.writes)}` },
  ]
  return [
    { value: 'read', label: say(words.scopeRead) },
    { value: 'write', label: say(words.scopeWrite) },
    ...registry.all
      .filter((entry) => mayRead(entry, session))
      .flatMap(({ record, words: own }) => of(record.name, own.plural)),
  ]
}
