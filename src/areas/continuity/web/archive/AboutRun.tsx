import { Alert, Button, Card, Popconfirm, Progress } from 'antd'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { archiveRun, type Phase } from '../../archive-run/archive-run.record.ts'
import { phaseWords } from '../../archive-run/archive-run.words.ts'
import { archiveScreenWords as words } from './words.ts'
import '../plan/plan.css'

const wholePercent = 100
const mega = 1_000_000

/** How far a run is, or what a dry one found; and having it stop. */
export function AboutRun({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const write = useWriteOf(archiveRun, row.id)
  const figure = (name: string) => Number(row[name] ?? 0)
  const [total, removed, kept] = [figure('total'), figure('removed'), figure('kept')]
  const isOpen = row.state === 'waiting' || row.state === 'running'
  const why = row['why'] ? say([String(row['why']), String(row['whyEn'])]) : null
  const phase = row['phase'] as Phase | null
  const stop = (
    <Popconfirm
      title={say(words.stop)}
      description={say(words.stopHint)}
      onConfirm={() => write.mutate({ path: 'ask-stop', body: {} })}
    >
      <Button size="small" danger loading={write.isPending} disabled={row['stopAsked'] === true}>
        {say(row['stopAsked'] === true ? words.stopping : words.stop)}
      </Button>
    </Popconfirm>
  )
  return (
    <Card size="small" title={say(words.move)} extra={isOpen && row.can?.['ask-stop'] === true && stop}>
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      {why && <Alert type="error" showIcon title={why} className="ts-gap" />}
      {row['dry'] !== true && row['total'] != null && (
        <Progress
          percent={total === 0 ? wholePercent : Math.floor((removed / total) * wholePercent)}
          status={row.state === 'failed' ? 'exception' : row.state === 'running' ? 'active' : 'normal'}
          aria-label={say(words.moved)}
        />
      )}
      {row['total'] != null && (
        <p className="bkp-line ts-figures">
          <span className="ts-quiet">{say(row['dry'] === true ? words.would : words.moved)}</span>
          <b>
            {row['dry'] === true ? total : `${removed} / ${total}`} {say(words.rows)}
          </b>
          {row['oldest'] != null && (
            <span className="ts-quiet">
              {say(words.from)} {String(row['oldest'])} – {String(row['newest'])}
            </span>
          )}
          {row['bytes'] != null && (
            <span className="ts-quiet">
              {say(words.room)} {(figure('bytes') / mega).toFixed(1)}
            </span>
          )}
          {kept > 0 && (
            <span className="ts-quiet">
              {say(words.kept)} {kept}
            </span>
          )}
          {row.state === 'running' && phase && (
            <span>
              {say(words.batch)} {figure('batches')} · {say(phaseWords[phase])}
            </span>
          )}
        </p>
      )}
    </Card>
  )
}
