import { type RefObject, useEffect, useState } from 'react'

/** Rows drawn beyond the screen on either side, so that a quick scroll meets rows and not a gap. */
const beyond = 20
/** The window moves in steps, so that not every pixel draws anew. */
const step = 10

/** Which rows to draw, first included and last not. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** The rows that a screen of this height shows at this place, and some beyond. */
export function spanAt(top: number, height: number, rowHeight: number, count: number): Span {
  const first = Math.floor(top / rowHeight) - beyond
  const last = Math.ceil((top + height) / rowHeight) + beyond
  const down = (n: number) => Math.floor(n / step) * step
  return { first: Math.max(0, down(first)), last: Math.min(count, down(last) + step) }
}

/** Follows a scrolled element: of a million rows only those near the screen are drawn. */
export function useSpan(scroller: RefObject<HTMLElement | null>, rowHeight: number, count: number): Span {
  const [place, setPlace] = useState<Span>(() => spanAt(0, 1_000, rowHeight, Number.POSITIVE_INFINITY))
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const now = spanAt(element.scrollTop, element.clientHeight, rowHeight, Number.POSITIVE_INFINITY)
      setPlace((was) => (was.first === now.first && was.last === now.last ? was : now))
    }
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, rowHeight])
  return { first: Math.min(place.first, Math.max(0, count - 1)), last: Math.min(place.last, count) }
}
