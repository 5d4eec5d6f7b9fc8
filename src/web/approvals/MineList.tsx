import { Button, Empty, Skeleton } from 'antd'
import type { Words } from '../../record/words.ts'
import type { Refs } from '../client/types.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { words as shellWords } from '../words.ts'
import { ApprovalCard } from './ApprovalCard.tsx'
import { type Mine, useMine } from './approvals.ts'
import { approvalWords as words } from './words.ts'
import './approvals.css'

const empty: Readonly<Record<Mine, readonly [Words, Words?]>> = {
  waiting: [words.calm, words.calmHint],
  requested: [words.noneRequested, words.noneRequestedHint],
  done: [words.noneDone],
}

/** One of a person's lists, newest first. */
export function MineList({ mine }: { mine: Mine }) {
  const say = useSay()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMine(mine)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" />
  const items = data.pages.flatMap((page) => page.items)
  const refs: Refs = Object.assign({}, ...data.pages.map((page) => page.refs))
  if (items.length === 0) {
    const [title, hint] = empty[mine]
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <b>{say(title)}</b>
            {hint && <div className="ts-quiet">{say(hint)}</div>}
          </>
        }
      />
    )
  }
  return (
    <>
      <ul className="ts-approvals">
        {items.map((one) => (
          <ApprovalCard key={one.id} approval={one} refs={refs} decide={mine === 'waiting'} />
        ))}
      </ul>
      {hasNextPage && (
        <Button block type="text" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {say(shellWords.loadMore)}
        </Button>
      )}
    </>
  )
}
