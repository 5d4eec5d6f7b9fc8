import { ReloadOutlined, ThunderboltOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Card, Skeleton } from 'antd'
import { useState } from 'react'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { Quiet } from '../duty/Panel.tsx'
import { type Board, type Filled, useBoard, useRosterAct } from './board.ts'
import { Findings } from './Findings.tsx'
import { RosterGrid } from './RosterGrid.tsx'
import { filledWords, hindranceWords, rosterScreenWords as words } from './words.ts'
import './roster.css'

/** A roster as it is planned: who is where on which day, and what the proof finds as it stands. */
export function AboutRoster({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const { data, error, refetch } = useBoard(row.id)
  const { act, isPending } = useRosterAct(row.id)
  const [filled, setFilled] = useState<Filled>()
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  const mayPlan = row.state === 'draft' && row.can?.['update'] === true
  const doing = (path: string, body?: object) =>
    act(path, body).catch((problem) => {
      message.error(text(problem))
      return undefined
    })
  return (
    <Card
      size="small"
      title={say(words.grid)}
      className="ros-card"
      extra={
        mayPlan && (
          <span className="ros-acts">
            <Button icon={<ReloadOutlined />} onClick={() => void doing('prove')} disabled={isPending}>
              {say(words.prove)}
            </Button>
            <Button
              type="primary"
              icon={<ThunderboltOutlined />}
              loading={isPending}
              onClick={() => void doing('generate').then((done) => done && setFilled(done))}
            >
              {say(words.fill)}
            </Button>
          </span>
        )
      }
    >
      {data.people.length === 0 ? (
        <Quiet title={words.noPeople} hint={words.noPeopleHint}>
          <Link to="/duty-positions">{say(words.toPositions)} →</Link>
        </Quiet>
      ) : (
        <RosterGrid board={data} mayPlan={mayPlan} doing={doing} />
      )}
      {filled && <Outcome filled={filled} board={data} />}
      <Proof board={data} />
    </Card>
  )
}

function Proof({ board }: { board: Board }) {
  const say = useSay()
  const { findings, duties } = board
  if (findings.length === 0)
    return duties.length === 0 ? null : (
      <p className="ros-whole">
        <StateTag tone="kept" word={say(words.whole)} />
      </p>
    )
  return (
    <section className="ros-proof">
      <h3>
        {say(words.found)} <span className="ts-figures">{findings.length}</span>
      </h3>
      <Findings findings={findings} />
    </section>
  )
}

/** What filling came to, and why nobody could take what stays open. */
function Outcome({ filled, board }: { filled: Filled; board: Board }) {
  const say = useSay()
  const nameOf = (all: readonly { id: string; name: string; nameEn: string | null }[], id: string): string => {
    const found = all.find((one) => one.id === id)
    return found ? say([found.name, found.nameEn ?? found.name]) : ''
  }
  return (
    <Alert
      className="ts-gap"
      type={filled.unfilled.length === 0 ? 'success' : 'warning'}
      showIcon
      title={say(filledWords(filled.filled, filled.kept))}
      description={
        filled.unfilled.length > 0 && (
          <ul className="ros-unfilled">
            {filled.unfilled.map(({ date, pattern, position, why }) => (
              <li key={`${date}${pattern}${position}`}>
                <span className="ts-figures">{date}</span> {nameOf(board.patterns, pattern)}{' '}
                {nameOf(board.positions, position)}:{' '}
                {Object.entries(why)
                  .map(([reason, count]) => `${count} ${say(hindranceWords[reason as keyof typeof hindranceWords])}`)
                  .join(say([',', ', ']))}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}
