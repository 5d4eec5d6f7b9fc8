import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Line } from '../log/Line.tsx'
import { useLogOfDay } from '../log/lines.ts'
import { NoteBox } from '../log/NoteBox.tsx'
import { Panel } from './Panel.tsx'
import { dutyWords } from './words.ts'

const last = 10

/** The last lines of today's log, and a box to add one by hand. */
export function LastLines({ day }: { day: string | undefined }) {
  const say = useSay()
  const log = useLogOfDay(day ? { tradingDay: day, order: 'newest' } : undefined)
  const lines = (log.data?.pages ?? []).flatMap(({ items }) => items).slice(0, last)
  return (
    <Panel title={dutyWords.log} className="ops-duty-log" extra={<Link to="/log">{say(dutyWords.wholeLog)} →</Link>}>
      <NoteBox />
      {log.error && !log.data && <LoadFailed error={log.error} retry={() => log.refetch()} />}
      {day && log.isPending && <Skeleton active title={false} className="ops-pad" />}
      {log.data && lines.length === 0 && <p className="ops-pad ts-quiet">{say(dutyWords.emptyLog)}</p>}
      <ol className="ops-lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} brief />
        ))}
      </ol>
    </Panel>
  )
}
