import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '../../../../web/client/problem.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Net } from '../../../../web/walk/Standing.tsx'
import { kept, type Mine, type Round } from './kept.ts'
import { fetchRound, send } from './sync.ts'

/** How often what waits is tried again, and others' visits are asked for. */
const everyMs = 15_000

/** Walking a round on one device: every visit is kept here before anything else happens to it, and sent as soon as that works. */
export function usePatrol(number: string) {
  const me = useSession().person.id
  const [round, setRound] = useState<Round>()
  const [mine, setMine] = useState<readonly Mine[]>([])
  const [net, setNet] = useState<Net>('online')
  const [problem, setProblem] = useState<Problem>()
  const [isRead, setRead] = useState(false)
  const now = useRef({ round, mine })
  const busy = useRef(false)
  /** Asked for while something was on its way. */
  const again = useRef(false)

  const heard = useCallback((visit: Mine) => {
    const others = now.current.mine.filter(({ key }) => key !== visit.key)
    now.current.mine = [...others, visit]
    setMine(now.current.mine)
  }, [])
  const sync = useCallback(async () => {
    if (busy.current) {
      again.current = true
      return
    }
    busy.current = true
    try {
      const of = now.current.round ?? (await fetchRound(number))
      const unsent = now.current.mine.filter(({ by, status }) => by === me && ['waiting', 'pictures'].includes(status))
      await send(of, unsent, heard)
      now.current.round = await fetchRound(number)
      setRound(now.current.round)
      setNet('online')
      setProblem(undefined)
    } catch (error) {
      if (!(error instanceof Problem) && !(error instanceof TypeError)) throw error
      const status = error instanceof Problem ? error.status : 0
      setNet(status === 0 ? 'offline' : status === 401 ? 'signed-out' : 'online')
      setProblem(error instanceof Problem ? error : new Problem({ code: 'offline' }))
      again.current = false
    } finally {
      busy.current = false
      if (again.current) {
        again.current = false
        void sync()
      }
    }
  }, [number, me, heard])

  useEffect(() => {
    let gone = false
    const read = async () => {
      const [ofRound, ofMine] = await Promise.all([kept.round(number), kept.mine(number)])
      if (gone) return
      now.current = { round: ofRound, mine: ofMine }
      setRound(ofRound)
      setMine(ofMine)
      setRead(true)
      await sync()
    }
    void read()
    const timer = setInterval(() => void sync(), everyMs)
    const cut = () => setNet('offline')
    const back = () => void sync()
    window.addEventListener('online', back)
    window.addEventListener('offline', cut)
    return () => {
      gone = true
      clearInterval(timer)
      window.removeEventListener('online', back)
      window.removeEventListener('offline', cut)
    }
  }, [number, sync])

  const visit = useCallback(
    async (given: Pick<Mine, 'checkpoint' | 'values' | 'note' | 'how' | 'photos'>) => {
      const one: Mine = {
        ...{ key: crypto.randomUUID(), number, by: me, visitedAt: new Date().toISOString() },
        ...{ status: 'waiting', id: null, why: null },
        ...given,
      }
      await kept.keepMine(one)
      heard(one)
      void sync()
    },
    [number, me, heard, sync],
  )
  return { round, mine, me, net, problem, isRead, visit, sync }
}
