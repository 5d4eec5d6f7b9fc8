import { Link } from '@tanstack/react-router'
import { showTime } from '../../../../web/format/time.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { changeWords } from '../../change/change.words.ts'
import { changeTones } from '../change/tones.ts'
import type { Shown } from './calendar.ts'
import { calendarWords as words } from './words.ts'

/** A change on the calendar: its state as a mark, when it begins, and that others are in its way. */
export function OneChange({ one }: { one: Shown }) {
  const say = useSay()
  const state = one.state as keyof typeof changeTones.change.state
  const clash = one.clashes.length > 0 ? `${say(words.clash)}: ${one.clashes.join(', ')}` : undefined
  return (
    <Link
      to={`/changes/${one.number}`}
      className={clash ? 'chc-one is-clash' : 'chc-one'}
      title={[one.title, say(changeWords.states[state]), clash].filter(Boolean).join(' · ')}
    >
      <ToneMark tone={changeTones.change.state[state]} />
      <span className="ts-figures">{showTime(one.from)}</span>
      <span className="chc-title">{one.title}</span>
      {clash && <b className="is-broken">{say(words.clash)}</b>}
    </Link>
  )
}
