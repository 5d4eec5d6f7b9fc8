import { FileTextOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Progress } from 'antd'
import { showDay, showInstant } from '../../../../web/format/time.ts'
import { VerbButtons } from '../../../../web/record/VerbButtons.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { run } from '../../run/run.record.ts'
import { runWords } from '../../run/run.words.ts'
import { type Board, rowIn } from './board.ts'
import { Given } from './Given.tsx'
import { titleOf } from './StepBox.tsx'
import { runTones } from './tones.ts'
import { runScreenWords as words } from './words.ts'

const entry = { record: run, words: runWords as never }

/** What run this is, how far it has come, and how it ends: signed, or aborted with a reason. */
export function RunHead({ board: { run: row, parameters, progress, refs } }: { board: Board }) {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  return (
    <header className="ops-run-head">
      <div className="ts-crumb">
        <Link to="/runs">{say(runWords.plural)}</Link>
        <span className="ts-number">{row.number}</span>
        <RefLink id={row.runbook} refs={refs} withNumber />
        {row.tradingDay && <span className="ts-figures">{showDay(row.tradingDay, lang)}</span>}
      </div>
      <div className="ts-page-head">
        <h1 className="ts-title">{titleOf(row, say)}</h1>
        <StateTag tone={runTones[row.state]} word={say(runWords.states[row.state])} />
        <span className="ops-progress ts-figures">
          <Progress
            percent={(100 * progress.settled) / progress.total}
            showInfo={false}
            size="small"
            strokeColor={progress.settled === progress.total ? 'var(--ts-kept)' : 'var(--ts-progress)'}
            aria-label={say(words.settled)}
          />
          {progress.settled}/{progress.total} {say(words.settled)}
        </span>
        <span className="ts-grow" />
        <Button
          icon={<FileTextOutlined />}
          onClick={() => navigate({ to: `/runs/${row.number}/report` })}
          aria-label={say(words.report)}
        >
          {say(words.report)}
        </Button>
        <VerbButtons entry={entry} row={rowIn(row, lang)} refs={refs} only={['finish', 'abort']} />
      </div>
      <Given parameters={parameters} />
      <Ended row={row} refs={refs} />
    </header>
  )
}

/** How it ended. */
function Ended({ row, refs }: { row: Board['run']; refs: Board['refs'] }) {
  const say = useSay()
  if (row.state === 'in-progress') return null
  const by = row.state === 'aborted' ? row.abortedBy : row.finishedBy
  return (
    <Alert
      type={row.state === 'aborted' ? 'warning' : 'success'}
      showIcon
      className="ops-ended"
      title={
        <>
          {say(runWords.states[row.state])} {by && <RefLink id={by} refs={refs} />}{' '}
          <span className="ts-figures">{row.finishedAt && showInstant(row.finishedAt)}</span> {row.abortReason}
          {row.reportDigest && (
            <span className="ts-quiet">
              {' '}
              {say(runWords.fields.reportDigest)} <code>{row.reportDigest.slice(0, 16)}</code>
            </span>
          )}
        </>
      }
    />
  )
}
