import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { showTime } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { useMayStart, useStart } from '../run/start.ts'
import type { RunEntry } from './agenda.ts'
import { dueTones, dueWords, dutyWords, lateWords, stepsWords, troubledWords } from './words.ts'

/** A run in the agenda: its time, where it stands, and what is the next thing to do with it. */
export function RunLine({ entry: { at, state, item } }: { entry: RunEntry }) {
  const say = useSay()
  const lang = useLang()
  const { run, runbook } = item
  const title = lang === 'en' ? (runbook.titleEn ?? runbook.title) : runbook.title
  return (
    <li className="ops-agenda-line" data-row={run?.number ?? runbook.number}>
      <time className="ts-figures">{at ? showTime(at) : say(dutyWords.noTime)}</time>
      <Link
        to={run ? `/runs/${run.number}` : `/runbooks/${runbook.number}`}
        className="ops-agenda-title"
        title={run?.number ?? runbook.number}
      >
        {title}
      </Link>
      <StateTag tone={dueTones[state]} word={say(dueWords[state])} />
      <span className="ops-agenda-more">
        {run && state === 'in-progress' ? <Steps run={run} /> : null}
        {!run && <StartButton runbook={runbook.id} urgent={state !== 'due'} />}
      </span>
    </li>
  )
}

function Steps({ run: { settled, total, late, troubled } }: { run: NonNullable<RunEntry['item']['run']> }) {
  const say = useSay()
  return (
    <>
      {troubled > 0 && <span className="is-broken">{say(troubledWords(troubled))}</span>}
      {late > 0 && <span className="is-late">{say(lateWords(late))}</span>}
      <span className="ts-figures">{say(stepsWords(settled, total))}</span>
      <Progress
        className="ops-steps"
        percent={total === 0 ? 0 : Math.round((settled / total) * 100)}
        showInfo={false}
        size="small"
        strokeColor="var(--ts-progress)"
        aria-label={say(stepsWords(settled, total))}
      />
    </>
  )
}

function StartButton({ runbook, urgent }: { runbook: string; urgent: boolean }) {
  const say = useSay()
  const { start, starting } = useStart()
  if (!useMayStart()) return null
  return (
    <Button size="small" type={urgent ? 'primary' : 'default'} loading={starting} onClick={() => start(runbook)}>
      {say(dutyWords.start)}
    </Button>
  )
}
