import { Card, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useCall } from '../../../web/client/hooks.ts'
import { LoadFailed } from '../../../web/shell/Broken.tsx'

interface LoadedProps<T> {
  readonly path: string
  readonly title: string
  /** Kinds of record whose change has it fetched again. */
  readonly watches?: readonly string[]
  readonly children: (data: T) => ReactNode
}

/** A card of what a route answers; whoever may not see it sees no card. */
export function Loaded<T>({ path, title, children, watches }: LoadedProps<T>) {
  const { data, error, refetch } = useCall<T>(path, {}, watches)
  if (error && 'code' in error && error.code === 'not-allowed') return null
  return (
    <Card size="small" title={title}>
      {error ? <LoadFailed error={error} retry={() => refetch()} /> : data ? children(data) : <Skeleton active />}
    </Card>
  )
}
