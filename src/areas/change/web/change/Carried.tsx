import { Link } from '@tanstack/react-router'
import { Card, Progress } from 'antd'
import type { Row } from '../../../../web/client/types.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { runWords } from '../../../operations/run/run.words.ts'
import type { RunStanding, Standing } from './standing.ts'
import { changeScreenWords as words } from './words.ts'

const tones = { 'in-progress': 'progress', finished: 'kept', aborted: 'ended' } as const

/** The runs by which it is done and undone, and what went wrong with its components since it began. */
export function Carried({ standing: { run, rollbackRun, since }, row }: { standing: Standing; row: Row }) {
  const say = useSay()
  const steps = row['rollbackSteps'] as string | null
  if (!run && !rollbackRun && !steps) return null
  return (
    <Card size="small" title={say(words.carried)}>
      {run && <RunLine name={say(words.run)} run={run} />}
      {rollbackRun && <RunLine name={say(words.rollback)} run={rollbackRun} />}
      {steps && (
        <div className="chg-steps">
          <span className="ts-quiet">{say(words.rollbackSteps)}</span>
          <p className="ts-prose">{steps}</p>
        </div>
      )}
      {since && (
        <p className="chg-line">
          <span className="ts-quiet">{say(words.since)}</span>
          {since.alarms + since.incidents === 0 ? (
            <span>{say(words.calm)}</span>
          ) : (
            <b className="is-late ts-figures">
              {since.alarms} · {since.incidents}
            </b>
          )}
        </p>
      )}
    </Card>
  )
}

function RunLine({ name, run }: { name: string; run: RunStanding }) {
  const say = useSay()
  const lang = useLang()
  const { number, title, titleEn, state, settled, total } = run
  return (
    <p className="chg-line">
      <span className="ts-quiet">{name}</span>
      <StateTag tone={tones[state]} word={say(runWords.states[state])} />
      <Link to={`/runs/${number}`} className="ts-ref">
        {number} {(lang === 'en' && titleEn) || title}
      </Link>
      <Progress
        className="chg-progress"
        size="small"
        status="normal"
        percent={total === 0 ? 0 : Math.round((100 * settled) / total)}
        format={() => `${settled}/${total} ${say(words.steps)}`}
        aria-label={`${name} ${settled}/${total}`}
      />
    </p>
  )
}
