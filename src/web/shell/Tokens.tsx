import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Empty, Form, Input, InputNumber, Popconfirm, Skeleton, Typography } from 'antd'
import { api } from '../client/api.ts'
import type { ApiToken } from '../client/types.ts'
import { showInstant } from '../format/time.ts'
import { words } from '../words.ts'
import { LoadFailed, useProblemText } from './Broken.tsx'
import { useSay } from './lang.tsx'

const queryKey = ['tokens']

/** A person's own API tokens: make one, see it once, revoke it. */
export function Tokens() {
  const say = useSay()
  const text = useProblemText()
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
    <div className="ts-pad ts-narrow">
      <h1 className="ts-title">{say(words.tokens)}</h1>
      <p className="ts-quiet">{say(words.tokensHint)}</p>
      {fault && <Alert type="error" showIcon title={text(fault)} className="ts-gap" />}
      {make.data && (
        <Alert
          type="success"
          showIcon
          className="ts-gap"
          title={say(words.tokenMade)}
          description={
            <>
              <Typography.Text code copyable>
                {make.data.token}
              </Typography.Text>
              <div>{say(words.tokenOnce)}</div>
            </>
          }
        />
      )}
      <Form layout="inline" onFinish={(values) => make.mutate(values)} initialValues={{ days: 90 }} className="ts-gap">
        <Form.Item name="name" label={say(words.tokenName)} rules={[{ required: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="days" label={say(words.tokenDays)} rules={[{ required: true }]}>
          <InputNumber min={1} max={365} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {say(words.create)}
        </Button>
      </Form>
      {tokens.isPending && <Skeleton active title={false} />}
      {tokens.data?.items.length === 0 && (
        <Empty description={say(words.noTokens)} image={Empty.PRESENTED_IMAGE_SIMPLE} />
      )}
      <ul className="ts-plain ts-tokens">
        {tokens.data?.items.map((token) => (
          <li key={token.id}>
            <b>{token.name}</b>
            <span className="ts-quiet ts-figures">
              {token.expiresAt && `${say(words.tokenExpires)} ${showInstant(token.expiresAt)}`}
            </span>
            <span className="ts-grow" />
            <Popconfirm
              title={say(words.revoke)}
              description={say(words.revokeSure)}
              onConfirm={() => revoke.mutate(token.id)}
            >
              <Button danger size="small">
                {say(words.revoke)}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </div>
  )
}
