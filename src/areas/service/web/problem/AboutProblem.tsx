import { Alert, Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { problem } from '../../problem/problem.record.ts'
import { Fishbone } from './Fishbone.tsx'
import { problemScreenWords as words } from './words.ts'
import '../parts.css'
import './problem.css'

/** What helps until it is solved, and how one came to its cause. */
export function AboutProblem({ row }: PageProps) {
  const say = useSay()
  const { workaround, whys, fishbone, state, title } = row as unknown as RowOf<typeof problem>
  const open = state !== 'solved' && state !== 'closed'
  return (
    <>
      {workaround && open && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={say(words.workaround)}
          description={<span className="ts-prose">{workaround}</span>}
        />
      )}
      <Card size="small">
        {whys.length === 0 && fishbone.length === 0 && <span className="ts-quiet">{say(words.noAnalysis)}</span>}
        {whys.length > 0 && (
          <section>
            <h2 className="svc-h">{say(words.whys)}</h2>
            <ol className="svc-whys">
              {whys.map((why) => (
                <li key={why}>{why}</li>
              ))}
            </ol>
          </section>
        )}
        {fishbone.length > 0 && (
          <section>
            <h2 className="svc-h">{say(words.fish)}</h2>
            <Fishbone head={title} bones={fishbone} />
          </section>
        )}
      </Card>
    </>
  )
}
