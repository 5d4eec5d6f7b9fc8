import { Segmented } from 'antd'
import { useState } from 'react'
import { useSay } from '../shell/lang.tsx'
import { useTitle } from '../shell/title.ts'
import { type Mine, useWaitingCount } from './approvals.ts'
import { MineList } from './MineList.tsx'
import { approvalWords as words } from './words.ts'

/** What waits for me, what I asked for, what I have decided. */
export function ApprovalsPage() {
  const say = useSay()
  const [mine, setMine] = useState<Mine>('waiting')
  const count = useWaitingCount()
  useTitle(say(words.approvals))
  return (
    <article className="ts-pad ts-narrow">
      <div className="ts-page-head">
        <h1 className="ts-title">{say(words.approvals)}</h1>
      </div>
      <Segmented<Mine>
        block
        className="ts-gap"
        aria-label={say(words.approvals)}
        value={mine}
        onChange={setMine}
        options={[
          { value: 'waiting', label: count ? `${say(words.waiting)} ${count}` : say(words.waiting) },
          { value: 'requested', label: say(words.requested) },
          { value: 'done', label: say(words.done) },
        ]}
      />
      <MineList mine={mine} />
    </article>
  )
}
