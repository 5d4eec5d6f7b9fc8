import { Card } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { reportWords } from '../../stocktake/report.rules.ts'
import { Table } from './Figures.tsx'
import type { Progress, Shown } from './shapes.ts'
import { stocktakingWords as words } from './words.ts'

/** What wants a look while it is counted: counted again, unknown tags, and what came after the end. */
export function Odd({ progress }: { progress: Progress }) {
  const parts: [Words, readonly Shown[], Words?][] = [
    [words.late, progress.late, words.lateHint],
    [words.again, progress.again],
    [words.unknown, progress.unknown],
  ]
  return parts
    .filter(([, counts]) => counts.length > 0)
    .map(([title, counts, hint]) => (
      <Counts key={title[1]} title={title} counts={counts} hint={hint} progress={progress} />
    ))
}

interface CountsProps {
  readonly title: Words
  readonly counts: readonly Shown[]
  readonly hint: Words | undefined
  readonly progress: Progress
}

function Counts({ title, counts, hint, progress: { refs } }: CountsProps) {
  const say = useSay()
  return (
    <Card size="small" title={`${say(title)} ${counts.length}`}>
      {hint && <p className="ts-quiet">{say(hint)}</p>}
      <Table heads={[reportWords.what, reportWords.place, reportWords.counter, reportWords.countedAt]}>
        {counts.map(({ id, tag, asset, place, counter, countedAt }) => (
          <tr key={id}>
            <th scope="row">
              <span className="ts-number">{tag}</span> {asset && <RefLink id={asset} refs={refs} />}
            </th>
            <td>{place ? <RefLink id={place} refs={refs} /> : '—'}</td>
            <td>
              <RefLink id={counter} refs={refs} />
            </td>
            <td>{showInstant(countedAt).slice(5)}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
