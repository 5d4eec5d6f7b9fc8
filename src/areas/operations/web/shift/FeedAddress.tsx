import { Alert, Button, Card, Popconfirm } from 'antd'
import { useState } from 'react'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Copyable } from '../../../../web/widgets/Copyable.tsx'
import { dutyFeed } from '../../duty-feed/duty-feed.record.ts'
import { shiftScreenWords as words } from './words.ts'

/** Beside a feed: its secret address, shown once, and how it is subscribed to. */
export function FeedAddress({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const [address, setAddress] = useState<string>()
  const write = useWriteOf<{ path: string }>(dutyFeed, row.id)
  if (row.state !== 'active') return null
  const make = () =>
    write.mutate(
      { path: 'make-address', body: {} },
      { onSuccess: ({ path }) => setAddress(`${location.origin}${path}`) },
    )
  return (
    <Card size="small" title={say(words.feed)}>
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      {address && (
        <>
          <Copyable lines={[address]} />
          <p className="ts-gap">{say(words.addressOnce)}</p>
        </>
      )}
      {row['secretSet'] === true ? (
        <Popconfirm title={say(words.renewAddress)} description={say(words.renewHint)} onConfirm={make}>
          <Button loading={write.isPending}>{say(words.renewAddress)}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" loading={write.isPending} onClick={make}>
          {say(words.makeAddress)}
        </Button>
      )}
      <p className="ts-quiet shf-how">{say(words.howTo)}</p>
    </Card>
  )
}
