import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { showInstant } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { adviceWords, advisoryItemWords } from '../../advisory-item/advisory-item.words.ts'
import { advisoryMeetingWords } from '../../advisory-meeting/advisory-meeting.words.ts'
import type { Board } from '../change/standing.ts'
import { changeTones } from '../change/tones.ts'
import { boardScreenWords as words } from './words.ts'
import './board.css'

/** Where a board looked at a change or will, on the change's own page. */
export function Boards({ boards }: { boards: readonly Board[] }) {
  const say = useSay()
  if (boards.length === 0) return null
  return (
    <Card size="small" title={say(words.board)}>
      <ul className="ts-plain brd-boards">
        {boards.map((one) => (
          <li key={`${one.number} ${one.state}`}>
            <StateTag
              tone={
                one.advice
                  ? changeTones['advisory-item'].advice[one.advice]
                  : changeTones['advisory-item'].state[one.state]
              }
              word={say(one.advice ? adviceWords[one.advice] : advisoryItemWords.states[one.state])}
            />
            <Link to={`/advisory-meetings/${one.number}` as '/'} className="ts-ref">
              {one.number} {one.title}
            </Link>
            <span className="ts-quiet">
              {say(advisoryMeetingWords.states[one.meeting])}{' '}
              <time className="ts-figures" dateTime={one.startsAt}>
                {showInstant(one.startsAt)}
              </time>
            </span>
            {one.conditions && <span>{one.conditions}</span>}
            {one.said && <span className="ts-quiet">{one.said}</span>}
            {one.dropReason && <span className="ts-quiet">{one.dropReason}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
