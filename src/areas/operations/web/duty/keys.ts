import { type RefObject, useEffect } from 'react'

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

/** j and k (or arrows) through what can be opened on the console, n to the note; never while one types. */
export function useDutyKeys(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const step = steps[event.key]
      if (step !== undefined) move(page.current, step)
      else if (event.key === 'n') page.current?.querySelector('textarea')?.focus()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [page])
}

/** From the row in hand to the link of the one before or after it. */
function move(page: HTMLElement | null, step: number): void {
  const rows = [...(page?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = at < 0 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + step))]
  const link = next?.querySelector<HTMLElement>('a')
  link?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null
