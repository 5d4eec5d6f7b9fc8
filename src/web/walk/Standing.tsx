import { useEffect, useState } from 'react'
import { useSay } from '../shell/lang.tsx'
import { StateTag } from '../widgets/StateTag.tsx'
import { decoding } from './Camera.tsx'
import { keepPage } from './offline.ts'
import { walkWords as words } from './words.ts'
import './walk.css'

/** As a device on its way finds the server. */
export type Net = 'online' | 'offline' | 'signed-out'

interface StandingProps {
  readonly net: Net
  /** How much waits to be sent. */
  readonly waiting: number
  readonly isReady: boolean
}

/** Is there a network, is all sent, and does the page open without one? */
export function Standing({ net, waiting, isReady }: StandingProps) {
  const say = useSay()
  const isOnline = net === 'online'
  return (
    <p className="wk-standing" role="status">
      <StateTag tone={isOnline ? 'kept' : 'late'} word={say(isOnline ? words.online : words.offline)} />
      <span className="ts-figures">{waiting > 0 ? `${waiting} ${say(words.waits)}` : say(words.allSent)}</span>
      {isReady && <span className="ts-quiet">{say(words.keeps)}</span>}
    </p>
  )
}

/** Keeps the pages of this scope (`/count/`), and what reads labels, for when there is no network; true once they are. */
export function useKeptPage(scope: string): boolean {
  const [isKept, setKept] = useState(false)
  useEffect(() => {
    let gone = false
    const keep = async () => {
      await decoding()
      const done = await keepPage(scope)
      if (!gone) setKept(done)
    }
    // Without a network it has been kept before, or cannot be now.
    keep().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [scope])
  return isKept
}
