import { Card, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { rosterScreenWords as words } from './words.ts'
import './roster.css'

/** What a swap would bring: said before somebody approves it. */
export function AboutSwap({ row }: PageProps) {
  const say = useSay()
  const isOpen = row.state === 'asked' || row.state === 'consented'
  const { data, error, refetch } = useCall<{ breaks: readonly { text: Words }[] }>(`/duty-swaps/${row.id}/effect`, {}, [
    ...['duty', 'leave', 'duty-swap'],
  ])
  if (!isOpen) return null
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  return (
    <Card size="small" title={say(words.effect)}>
      {!data && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {data?.breaks.length === 0 && <StateTag tone="kept" word={say(words.noEffect)} />}
      <ul className="ros-findings">
        {data?.breaks.map(({ text }) => (
          <li key={text[1]}>
            <StateTag tone="broken" word={say(text)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
