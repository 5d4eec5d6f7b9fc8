import { Alert, Skeleton } from 'antd'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Boards } from '../board/Boards.tsx'
import { AfterIt } from '../config/AfterIt.tsx'
import { AroundIt } from './AroundIt.tsx'
import { Carried } from './Carried.tsx'
import { Gates } from './Gates.tsx'
import { useStanding } from './standing.ts'
import { Tests } from './Tests.tsx'
import { changeScreenWords as words } from './words.ts'
import './change.css'

const planning = ['draft', 'assessed', 'approved', 'scheduled']

/** What of a change matters now: before it starts its gates and what it meets, after that its runs and tests. */
export function AboutChange({ row, refs }: PageProps) {
  const say = useSay()
  const found = useStanding(row.id)
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  const isAhead = planning.includes(row.state)
  return (
    <>
      {row['approvalDueAt'] !== null && row['approvedAt'] === null && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={`${say(words.afterwards)} ${say(words.due)} ${showInstant(row['approvalDueAt'] as string)}`}
        />
      )}
      {isAhead && <Gates standing={found.data} />}
      {!isAhead && <Carried standing={found.data} row={row} />}
      <Boards boards={found.data.boards} />
      <AfterIt checks={found.data.configuration} />
      <Tests row={row} refs={refs} />
      <AroundIt standing={found.data} />
      {isAhead && <Carried standing={found.data} row={row} />}
    </>
  )
}
