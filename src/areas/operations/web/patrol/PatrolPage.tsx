import { LeftOutlined } from '@ant-design/icons'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { showTime } from '../../../../web/format/time.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { Camera } from '../../../../web/walk/Camera.tsx'
import { signal } from '../../../../web/walk/device.ts'
import { Standing, useKeptPage } from '../../../../web/walk/Standing.tsx'
import { Told } from '../../../../web/walk/Told.tsx'
import { useTyped } from '../../../../web/walk/useTyped.ts'
import { walkWords } from '../../../../web/walk/words.ts'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { checkpointIn } from '../../checkpoint/reading.rules.ts'
import type { Point, Round } from './kept.ts'
import { standingAt, tones } from './standing.ts'
import { usePatrol } from './usePatrol.ts'
import { VisitForm } from './VisitForm.tsx'
import { patrolWords as words } from './words.ts'
import './patrol.css'

/** `/patrol/DTK-202611-0001`: a round on a phone, one checkpoint at a time, with a network or without. */
export function PatrolPage() {
  const say = useSay()
  const text = useProblemText()
  const { number = '' } = useParams({ strict: false }) as { number?: string }
  const patrol = usePatrol(number)
  const { round, isRead, problem, sync } = patrol
  useTitle(`${say(words.title)} ${number}`)
  if (round) return <Walking key={number} {...patrol} round={round} />
  if (!isRead || !problem) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  return (
    <div className="wk-page">
      <Alert type="error" showIcon title={problem.status === 0 ? say(words.notHere) : text(problem)} />
      <Button size="large" onClick={() => void sync()}>
        {say(walkWords.sendNow)}
      </Button>
    </div>
  )
}

type WalkingProps = ReturnType<typeof usePatrol> & { readonly round: Round }

function Walking({ round, mine, me, net, problem, visit, sync }: WalkingProps) {
  const say = useSay()
  const lang = useLang()
  const isReady = useKeptPage('/patrol/')
  const [at, setAt] = useState<{ point: Point; how: 'scanned' | 'picked' }>()
  const [isStranger, setStranger] = useState(false)
  const { task, checkpoints } = round
  const waiting = mine.filter(({ by, status }) => by === me && (status === 'waiting' || status === 'pictures')).length
  const onRead = (text: string) => {
    const point = checkpoints.find((one) => one.number === checkpointIn(text))
    signal(point !== undefined)
    setStranger(point === undefined)
    if (point) setAt({ point, how: 'scanned' })
  }
  useTyped(onRead)
  const standing = checkpoints.map((point) => ({ point, ...standingAt(point, round.visits, mine) }))
  const done = standing.filter(({ state }) => state !== 'open').length
  return (
    <div className="wk-page">
      <header>
        <Link to={`/duty-tasks/${task.number}`} aria-label={say(words.back)} className="wk-back">
          <LeftOutlined />
        </Link>
        <h1>{lang === 'en' ? (task.titleEn ?? task.title) : task.title}</h1>
        <Standing net={net} waiting={waiting} isReady={isReady} />
      </header>
      <State round={round} net={net} problem={problem} isWhole={done === checkpoints.length} />
      {at ? (
        <VisitForm
          key={at.point.id}
          point={at.point}
          how={at.how}
          onClose={() => setAt(undefined)}
          onSave={async (given) => {
            await visit({ ...given, checkpoint: at.point.id, how: at.how })
            setAt(undefined)
          }}
        />
      ) : (
        <>
          <Camera onRead={onRead} />
          {isStranger && <Alert type="warning" showIcon title={say(words.noLabel)} />}
          <p className="pt-progress ts-figures">
            {done} / {checkpoints.length} {say(words.visited)}
          </p>
          <ol className="pt-points">
            {standing.map(({ point, state, at: when }) => (
              <li key={point.id}>
                <button type="button" onClick={() => setAt({ point, how: 'picked' })}>
                  <b className="ts-figures">{point.position}</b>
                  <span>
                    {lang === 'en' ? (point.nameEn ?? point.name) : point.name}
                    {point.place && <small>{point.place}</small>}
                  </span>
                  <StateTag tone={tones[state]} word={say(words[state])} />
                  <time className="ts-quiet ts-figures">{when && showTime(when)}</time>
                </button>
              </li>
            ))}
          </ol>
          {waiting > 0 && net === 'online' && (
            <Button size="large" onClick={() => void sync()}>
              {say(walkWords.sendNow)}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

interface StateProps extends Pick<WalkingProps, 'round' | 'net' | 'problem'> {
  readonly isWhole: boolean
}

function State({ round: { task, instructions }, net, problem, isWhole }: StateProps) {
  const say = useSay()
  return (
    <>
      <Told net={net} problem={problem} words={words} path={`/patrol/${task.number}`}>
        {task.state === 'done' && <Alert type="success" showIcon title={say(words.over)} />}
        {task.state === 'to-sign' && isWhole && (
          <Alert
            type="info"
            showIcon
            title={say(words.toSign)}
            action={<Button href={`/duty-tasks/${task.number}`}>{say(words.sign)}</Button>}
          />
        )}
        {task.state === 'missed' && <Alert type="warning" showIcon title={say(words.missed)} />}
      </Told>
      {instructions && task.state !== 'done' && <p className="ts-quiet">{instructions}</p>}
    </>
  )
}
