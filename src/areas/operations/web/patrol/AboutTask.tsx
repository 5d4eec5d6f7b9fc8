import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Card } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { showTime } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Round } from './kept.ts'
import { standingAt, tones } from './standing.ts'
import { patrolWords as words } from './words.ts'
import './patrol.css'

/** On the page of a task that is a patrol: its checkpoints, and where to walk it. */
export function AboutTask({ row }: PageProps) {
  return row['route'] ? <RoundOf number={row.number} state={row.state} /> : null
}

function RoundOf({ number, state }: { number: string; state: string }) {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  const { data } = useCall<Round>(`/patrols/${number}`, {}, ['patrol-visit', 'duty-task'])
  const isOpen = state === 'due' || state === 'to-sign'
  return (
    <Card
      size="small"
      title={say(words.title)}
      extra={
        isOpen && (
          <Button size="small" onClick={() => navigate({ to: `/patrol/${number}` })}>
            {say(words.walk)}
          </Button>
        )
      }
    >
      <ol className="ts-plain">
        {data?.checkpoints.map((point) => {
          const { state: found, at } = standingAt(point, data.visits, [])
          const by = data.visits.findLast(({ checkpoint }) => checkpoint === point.id)?.visitor
          return (
            <li key={point.id} className="ops-line">
              <span className="ts-figures">{point.position}</span>
              <Link to={`/checkpoints/${point.number}`}>
                {lang === 'en' ? (point.nameEn ?? point.name) : point.name}
              </Link>
              <StateTag tone={tones[found]} word={say(words[found])} />
              <span className="ts-quiet ts-figures">{at && `${by ?? ''} ${showTime(at)}`}</span>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
