import { Button, Card, Skeleton } from 'antd'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Delivery } from '../../event-source/traffic.rules.ts'
import { Age } from '../clock/Age.tsx'
import { SourcePreview } from './SourcePreview.tsx'
import { useTraffic } from './traffic.ts'
import { becameWords, trafficWords, sourceScreenWords as words } from './words.ts'
import '../parts.css'
import './source.css'

/** On a source's page: what came of it and what became of that, and a place to try a content. */
export function AboutSource({ row }: PageProps) {
  const say = useSay()
  const { data, error, refetch, isFetching } = useTraffic(row.id)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  return (
    <>
      <Card
        size="small"
        title={say(words.came)}
        extra={
          <Button size="small" loading={isFetching} onClick={() => refetch()}>
            {say(words.refresh)}
          </Button>
        }
      >
        {!data && <Skeleton active />}
        {data && data.lastAt === null && <p className="ts-quiet">{say(words.nothingYet)}</p>}
        {data?.lastAt && (
          <p className="ops-line">
            <span>
              {say(words.last)} <Age since={data.lastAt} />
            </span>
            <span className="ts-figures">{say(trafficWords(data.accepted, data.refused))}</span>
          </p>
        )}
        {data && data.deliveries.length > 0 && <Deliveries all={data.deliveries} />}
      </Card>
      {row.can?.['preview'] === true && <SourcePreview id={row.id} last={data?.deliveries[0]?.body} />}
    </>
  )
}

function Deliveries({ all }: { all: readonly Delivery[] }) {
  const say = useSay()
  return (
    <HeadedTable box="ops-scroll" table="ops-table" heads={[words.at, words.outcome, words.became, words.content]}>
      <tbody>
        {all.map(({ id, at, accepted, reasons, body, ...did }) => (
          <tr key={id}>
            <td className="ts-figures">{showInstant(at, true)}</td>
            <td>
              <StateTag tone={accepted ? 'kept' : 'broken'} word={say(accepted ? words.accepted : words.refused)} />
            </td>
            <td>
              {accepted && say(becameWords(did))}
              {reasons.map((reason) => (
                <div key={reason[1]}>{say(reason)}</div>
              ))}
            </td>
            <td>
              <details>
                <summary className="ops-body">{body.slice(0, 80)}</summary>
                <pre className="ops-whole">{body}</pre>
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </HeadedTable>
  )
}
