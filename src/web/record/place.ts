import { useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How far a list was scrolled, and the row in hand, when it was left. */
interface Place {
  readonly top: number
  readonly at: string | undefined
}

/** By entry of the browser's history: going back finds the place, a fresh visit begins at the top. */
const places = new Map<string, Place>()
const mostPlaces = 100

/**
 * Keeps a list's place over leaving it and coming back, and the row in hand. `ready` once rows are there to scroll to.
 */
export function usePlace(scroller: RefObject<HTMLElement | null>, ready: boolean) {
  const { state, href } = useLocation()
  const key = state.__TSR_key ?? href
  const kept = useRef(places.get(key))
  const [at, setAt] = useState<string | undefined>(kept.current?.at)
  const now = useRef<Place>({ top: 0, at })
  now.current = { ...now.current, at }
  useLayoutEffect(() => {
    if (!ready || !kept.current || !scroller.current) return
    scroller.current.scrollTop = kept.current.top
    kept.current = undefined
  }, [ready, scroller])
  useEffect(() => {
    const element = scroller.current
    const follow = () => {
      now.current = { ...now.current, top: element?.scrollTop ?? 0 }
    }
    element?.addEventListener('scroll', follow, { passive: true })
    return () => {
      element?.removeEventListener('scroll', follow)
      places.delete(key)
      places.set(key, now.current)
      for (const oldest of places.keys()) {
        if (places.size <= mostPlaces) break
        places.delete(oldest)
      }
    }
  }, [key, scroller])
  return { at, setAt }
}
