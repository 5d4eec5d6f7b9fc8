import { useEffect, useState } from 'react'
import { showTime } from '../../../../web/format/time.ts'
import { Speaking, useSay } from '../../../../web/shell/lang.tsx'
import { AlwaysDark } from '../../../../web/shell/theme.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import type { Wall } from '../../wall-screen/wall.rules.ts'
import { clockOf } from '../clock/reading.ts'
import { useServerNow } from '../clock/server-time.ts'
import { ageWords } from '../clock/span.ts'
import { useWall } from './useWall.ts'
import { AlarmsView, ComponentsView, DayView, DutyView } from './views.tsx'
import { WallFoot } from './WallFoot.tsx'
import { staleWords, wallWords as words } from './words.ts'
import './wall.css'

const views = [
  { title: words.day, View: DayView },
  { title: words.components, View: ComponentsView },
  { title: words.alarms, View: AlarmsView },
  { title: words.duty, View: DutyView },
] as const

/** The big screen: one view after another, with the clock above and what is wrong below at all times. */
export function WallPage() {
  const token = useToken()
  const { wall, gone, cut } = useWall(token)
  return (
    <Speaking lang={wall?.screen.lang ?? 'zh'}>
      <AlwaysDark>
        {token === '' || gone || !wall ? (
          <Notice of={token === '' ? words.noKey : gone ? words.gone : cut ? words.cutOff : words.loading} />
        ) : (
          <Shown wall={wall} cut={cut} />
        )}
      </AlwaysDark>
    </Speaking>
  )
}

/** Behind the `#` of the address, which no request carries. */
function useToken(): string {
  const [token, setToken] = useState(() => location.hash.slice(1))
  useEffect(() => {
    const turn = () => setToken(location.hash.slice(1))
    addEventListener('hashchange', turn)
    return () => removeEventListener('hashchange', turn)
  }, [])
  return token
}

function Notice({ of }: { of: (typeof words)['gone' | 'noKey' | 'loading' | 'cutOff'] }) {
  const say = useSay()
  useTitle(say(words.title))
  return (
    <main className="wall is-notice">
      <p role="status">{say(of)}</p>
    </main>
  )
}

function Shown({ wall, cut }: { wall: Wall; cut: boolean }) {
  const say = useSay()
  const now = useServerNow() ?? Date.parse(wall.now)
  const turn = useTurn(wall.screen.seconds)
  const { title, View } = views[turn % views.length] as (typeof views)[number]
  useTitle(wall.screen.name)
  return (
    <main className={cut ? 'wall is-cut' : 'wall'}>
      <WallHead wall={wall} now={now} />
      {cut && (
        <p className="wall-cut" role="alert">
          <b>{say(words.cutOff)}</b>
          <span>{say(staleWords(showTime(wall.now, true), ageWords(now - Date.parse(wall.now))))}</span>
        </p>
      )}
      <section className="wall-view" aria-label={say(title)}>
        <h2>
          {say(title)}
          <span className="wall-dots" aria-hidden>
            {views.map(({ title: one }) => (
              <i key={one[1]} className={one === title ? 'is-here' : ''} />
            ))}
          </span>
        </h2>
        <div className="wall-body" inert>
          <View wall={wall} now={now} />
        </div>
      </section>
      <WallFoot wall={wall} />
    </main>
  )
}

/** Which view stands: the next after so many seconds, or at once by an arrow key. */
function useTurn(seconds: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setTurn((was) => was + 1), seconds * 1_000)
    const key = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight') setTurn((was) => was + 1)
      if (key === 'ArrowLeft') setTurn((was) => was + views.length - 1)
    }
    addEventListener('keydown', key)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', key)
    }
  }, [seconds, turn])
  return turn
}

function WallHead({ wall, now }: { wall: Wall; now: number }) {
  const say = useSay()
  const clock = clockOf(wall.calendar, now)
  return (
    <header className="wall-head">
      <h1>
        <span className="wall-mark" aria-hidden>
          ◆
        </span>
        {wall.screen.name}
      </h1>
      {clock.known ? (
        <p className="wall-day">
          <b>{say(clock.day)}</b>
          <span className={clock.reading.session === null ? '' : 'is-kept'}>{say(clock.phase)}</span>
          <span>{say(clock.next)}</span>
        </p>
      ) : (
        <p className="wall-day">{say(clock.why)}</p>
      )}
      <time className="wall-clock">{showTime(new Date(now).toISOString(), true)}</time>
    </header>
  )
}
