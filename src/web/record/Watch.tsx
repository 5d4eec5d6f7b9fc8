import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../client/api.ts'
import { keyOf } from '../client/live.ts'
import type { PageProps } from '../plugin.ts'
import { useSay } from '../shell/lang.tsx'
import { sideWords as words } from './side.words.ts'

interface Watching {
  readonly watching: boolean
  readonly watchers: number
}

/** Watching a record, or no longer: one button that says how many do. */
export function Watch({ entry, row }: PageProps) {
  const say = useSay()
  const queries = useQueryClient()
  const key = keyOf(entry.record.name, 'of', row.id, 'watch')
  const path = `/${entry.record.plural}/${row.id}/watch`
  const { data } = useQuery({ queryKey: key, queryFn: ({ signal }) => api.call<Watching>(path, { signal }) })
  const set = useMutation({
    mutationFn: (watch: boolean) =>
      api.call<Watching>(path, watch ? { method: 'PUT', body: {} } : { method: 'DELETE' }),
    onSuccess: (now) => queries.setQueryData(key, now),
  })
  if (!data) return null
  return (
    <Button
      icon={data.watching ? <EyeInvisibleOutlined /> : <EyeOutlined />}
      loading={set.isPending}
      onClick={() => set.mutate(!data.watching)}
      aria-pressed={data.watching}
      title={`${data.watchers} ${say(words.watchers)}`}
    >
      {say(data.watching ? words.unwatch : words.watch)}
    </Button>
  )
}
