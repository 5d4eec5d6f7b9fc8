import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Problem } from '../../../../web/client/problem.ts'
import { useSession } from '../../../../web/client/session.ts'
import { deviceName } from '../../../../web/walk/device.ts'
import type { Net } from '../../../../web/walk/Standing.tsx'
import { kept, type Line, type Mine, type Seen, type Take } from './kept.ts'
import { fetchSeen, fetchTake, send } from './sync.ts'

/** How often others' counts are asked for, and what waits is tried again. */
const everyMs = 15_000

/** Everything, what others have counted, or only what waits to be sent. */
type What = 'all' | 'news' | 'send'

/**
 * Counting on one device: first what it keeps, then what the server says. Every count is kept here before anything else happens to it,
 * and sent as soon as that works.
 */
export function useCounting(number: string) {
  const me = useSession().person.id
  const [take, setTake] = useState<Take>()
  const [lines, setLines] = useState<readonly Line[]>([])
  const [seen, setSeen] = useState<readonly Seen[]>([])
  const [mine, setMine] = useState<readonly Mine[]>([])
  const [net, setNet] = useState<Net>('online')
  const [problem, setProblem] = useState<Problem>()
  const [isRead, setRead] = useState(false)
  const now = useRef({ take, lines, mine })
  now.current = { take, lines, mine }
  const since = useRef<string>(undefined)
  const busy = useRef(false)
  /** Asked for while something was on its way. */
  const next = useRef<What>(undefined)

  const heard = useCallback((answered: readonly Mine[]) => {
    const by = new Map(answered.map((one) => [one.key, one]))
    const merge = (before: readonly Mine[]) => before.map((one) => by.get(one.key) ?? one)
    now.current.mine = merge(now.current.mine)
    setMine(merge)
  }, [])

  const sync = useCallback(
    async (what: What) => {
      if (busy.current) {
        next.current = what === 'send' ? (next.current ?? what) : what
        return
      }
      busy.current = true
      try {
        let of = now.current.take
        if (what === 'all' || !of) {
          const fetched = await fetchTake(number, now.current.lines)
          of = fetched.take
          setTake(fetched.take)
          setLines(fetched.lines)
          now.current = { ...now.current, ...fetched }
        }
        const waiting = now.current.mine.filter((one) => one.status === 'waiting' && one.by === me)
        let stands = of.state
        if (waiting.length > 0) stands = await send(of, waiting, deviceName(), heard)
        if (what !== 'send') {
          const news = await fetchSeen(number, since.current)
          since.current = news.until
          stands = news.state
          setSeen((before) => [...new Map([...before, ...news.seen].map((one) => [one.key, one])).values()])
        }
        // Its counting has ended, or goes on.
        if (stands !== of.state) next.current = 'all'
        setNet('online')
        setProblem(undefined)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        setNet(error.status === 0 ? 'offline' : error.status === 401 ? 'signed-out' : 'online')
        setProblem(error)
        next.current = undefined
      } finally {
        busy.current = false
        const then = next.current
        next.current = undefined
        if (then) void sync(then)
      }
    },
    [number, me, heard],
  )

  useEffect(() => {
    let gone = false
    const read = async () => {
      const [ofTake, ofLines, ofSeen, ofMine] = await Promise.all([
        kept.take(number),
        kept.lines(number),
        kept.seen(number),
        kept.mine(number),
      ])
      if (gone) return
      setTake(ofTake)
      setLines(ofLines)
      setSeen(ofSeen)
      setMine(ofMine)
      now.current = { take: ofTake, lines: ofLines, mine: ofMine }
      setRead(true)
      await sync('all')
    }
    void read()
    const timer = setInterval(() => void sync('news'), everyMs)
    const cut = () => setNet('offline')
    const back = () => void sync('all')
    window.addEventListener('online', back)
    window.addEventListener('offline', cut)
    return () => {
      gone = true
      clearInterval(timer)
      window.removeEventListener('online', back)
      window.removeEventListener('offline', cut)
    }
  }, [number, sync])

  const count = useCallback(
    async (given: Pick<Mine, 'tag' | 'place' | 'holder' | 'note'> & { name: string | null }) => {
      const one: Mine = {
        ...{ key: crypto.randomUUID(), number, by: me, countedAt: new Date().toISOString(), status: 'waiting' },
        ...{ result: null, why: null, others: [] },
        ...given,
      }
      await kept.keepMine([one])
      now.current.mine = [...now.current.mine, one]
      setMine((before) => [...before, one])
      void sync('send')
      return one.key
    },
    [number, me, sync],
  )

  const known = useMemo(() => (take ? { take, lines, seen, mine } : undefined), [take, lines, seen, mine])
  return { known, me, net, problem, isRead, count, sync }
}
