import { Link } from '@tanstack/react-router'
import { Alert, Button, Card, Skeleton, Tooltip } from 'antd'
import { lazy, Suspense } from 'react'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { backupPlan } from '../../backup-plan/backup-plan.record.ts'
import { backupRunWords } from '../../backup-run/backup-run.words.ts'
import { restoreTestWords } from '../../restore-test/restore-test.words.ts'
import { continuityTones } from '../tones.ts'
import { type PlanStanding, type RunShown, toneOf, usePlanStanding } from './standing.ts'
import { planScreenWords as words } from './words.ts'
import './plan.css'

const SizeChart = lazy(() => import('./SizeChart.tsx').then((m) => ({ default: m.SizeChart })))
/** One point is no line. */
const leastForChart = 2

/** How a plan stands: each of its last runs, how large copies are, and when one was last proven by restoring it. */
export function AboutPlan({ row }: PageProps) {
  const say = useSay()
  const found = usePlanStanding(row.id)
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 5 }} />
  const { runs, usual } = found.data
  const sized = runs.filter(({ bytes }) => bytes !== null)
  return (
    <>
      <Proof standing={found.data} row={row} />
      <Card size="small" title={say(words.runs)} extra={<span className="ts-quiet">{say(words.legend)}</span>}>
        {runs.length === 0 && <p className="ts-quiet">{say(words.noRuns)}</p>}
        <ul className="ts-plain bkp-strip">
          {runs.map((run) => (
            <RunCell key={run.number} run={run} />
          ))}
        </ul>
        {sized.length >= leastForChart && (
          <Suspense fallback={<Skeleton active paragraph={{ rows: 3 }} />}>
            <SizeChart runs={sized} usual={usual} />
          </Suspense>
        )}
      </Card>
    </>
  )
}

function RunCell({ run }: { run: RunShown }) {
  const say = useSay()
  const { number, state, finding, dueAt, startedAt, test } = run
  const found = finding ? say(backupRunWords.choices.finding[finding]) : say(backupRunWords.states[state])
  const tested = test ? ` · ${say(restoreTestWords.name)}: ${say(restoreTestWords.states[test])}` : ''
  const text = `${showInstant((startedAt ?? dueAt) as string)} ${found}${tested}`
  return (
    <li>
      <Tooltip title={text}>
        <Link to={`/backup-runs/${number}`} aria-label={`${number} ${text}`} className="bkp-run">
          <ToneMark tone={toneOf(run)} />
          {test && <ToneMark tone={continuityTones['restore-test'].state[test]} />}
        </Link>
      </Tooltip>
    </li>
  )
}

function Proof({ standing: { proven, last }, row }: { standing: PlanStanding; row: PageProps['row'] }) {
  const say = useSay()
  const text = useProblemText()
  const write = useWriteOf<{ test: string }>(backupPlan, row.id)
  const isOn = last?.state === 'waiting' || last?.state === 'running'
  return (
    <Card
      size="small"
      title={say(words.proof)}
      extra={
        row.can?.['test-restore'] === true &&
        row.state === 'effective' && (
          <Button
            size="small"
            loading={write.isPending || isOn}
            onClick={() => write.mutate({ path: 'test-restore', body: {} })}
          >
            {say(isOn ? words.testing : words.testNow)}
          </Button>
        )
      }
    >
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      <p className="bkp-line">
        <span className="ts-quiet">{say(words.lastProven)}</span>
        {proven ? (
          <>
            <ToneMark tone="kept" />
            <Link to={`/restore-tests/${proven.number}`} className="ts-ref">
              {proven.number}
            </Link>
            <span className="ts-figures">{showInstant(proven.endedAt ?? proven.takenAt)}</span>
            <span className="ts-quiet ts-figures">
              {say(words.ofCopy)} {showInstant(proven.takenAt)}
            </span>
          </>
        ) : (
          <b className="is-broken">{say(words.never)}</b>
        )}
      </p>
      <p className="bkp-line">
        <span className="ts-quiet">{say(words.lastTest)}</span>
        {last ? (
          <>
            <StateTag
              tone={continuityTones['restore-test'].state[last.state]}
              word={say(restoreTestWords.states[last.state])}
            />
            <Link to={`/restore-tests/${last.number}`} className="ts-ref">
              {last.number}
            </Link>
            {last.why && <span className="is-broken">{say(last.why)}</span>}
          </>
        ) : (
          <span className="ts-quiet">{say(words.noTest)}</span>
        )}
      </p>
      {proven?.seconds != null && (
        <p className="bkp-line ts-figures">
          <span className="ts-quiet">{say(words.took)}</span>
          <b>
            {proven.seconds} {say(words.seconds)}
          </b>
          <span className="ts-quiet">
            {say(words.rto)} {String(row['rtoMinutes'])} {say(words.minutes)}
          </span>
          {last?.lossMinutes != null && (
            <>
              <span className="ts-quiet">{say(words.loss)}</span>
              <b>
                {last.lossMinutes} {say(words.minutes)}
              </b>
              <span className="ts-quiet">
                {say(words.rto)} {String(row['rpoMinutes'])} {say(words.minutes)}
              </span>
            </>
          )}
        </p>
      )}
    </Card>
  )
}
