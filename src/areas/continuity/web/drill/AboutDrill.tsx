import { Alert, Skeleton } from 'antd'
import { useEntry } from '../../../../web/context.ts'
import { showTime } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { Related } from '../../../../web/record/Related.tsx'
import { VerbButtons } from '../../../../web/record/VerbButtons.tsx'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { action } from '../../../service/action/action.record.ts'
import { drillWords } from '../../drill/drill.words.ts'
import { drillFault } from '../../drill-fault/drill-fault.record.ts'
import { drillFaultWords } from '../../drill-fault/drill-fault.words.ts'
import { Course } from './Course.tsx'
import { useCourse } from './course.ts'
import { Times } from './Times.tsx'
import { readyWords as words } from './words.ts'
import './drill.css'

/** What matters of a drill: how it stands against its objectives, what is made to fail, what happened, and what is done about it. */
export function AboutDrill({ row }: PageProps) {
  const say = useSay()
  const found = useCourse(row.id)
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  const isOver = row.state === 'finished' || row.state === 'closed'
  return (
    <>
      {row['rejectReason'] !== null && row.state === 'planned' && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={`${say(drillWords.fields.rejectReason)}:${row['rejectReason']}`}
        />
      )}
      {found.data.lines.length > 0 && <Times lines={found.data.lines} isOver={isOver} />}
      {row['kind'] === 'live' && <Faults id={row.id} open={row.state === 'planned'} />}
      {(isOver || row.state === 'running') && <Actions id={row.id} open={isOver} />}
      {row['startedAt'] !== null && <Course course={found.data} />}
    </>
  )
}

function Faults({ id, open }: { id: string; open: boolean }) {
  const say = useSay()
  const entry = useEntry(drillFault.name)
  return (
    <Related
      record={drillFault}
      by={{ drill: id }}
      title={words.faults}
      add={words.addFault}
      none={words.noFaults}
      asked={['component', 'kind', 'minutes', 'note']}
      open={open}
      more={(fault, refs) => (
        <>
          <b>{say(drillFaultWords.choices.kind[fault['kind'] as 'stop'])}</b>
          <span className="ts-quiet ts-figures">
            {`${fault['minutes']} ${say(words.minutes)}`}
            {fault.state === 'lasting' && ` · ${say(words.endsAt)} ${showTime(fault['until'] as string, true)}`}
          </span>
          <VerbButtons entry={entry} row={fault} refs={refs} only={['inject', 'lift', 'drop']} />
        </>
      )}
    />
  )
}

const Actions = ({ id, open }: { id: string; open: boolean }) => (
  <Related
    record={action}
    by={{ drill: id }}
    sort="due"
    title={words.actions}
    add={words.addAction}
    none={words.noActions}
    asked={['title', 'owner', 'due', 'detail']}
    open={open}
    more={({ owner, due }, refs) => (
      <>
        <RefLink id={owner as string} refs={refs} />
        <time className="ts-figures ts-quiet" dateTime={due as string}>
          {due as string}
        </time>
      </>
    )}
  />
)
