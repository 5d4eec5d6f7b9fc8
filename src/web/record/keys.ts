import { type RefObject, useEffect } from 'react'

/** `/` to search, j and k (or arrows) through the rows, Enter to open the one in hand; never while one types. */
export function useListKeys(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const step = steps[event.key]
      if (event.key === '/')
        document.querySelector<HTMLInputElement>('input[data-search], [data-search] input')?.focus()
      else if (step !== undefined) move(scroller.current, step)
      else if (event.key === 'Enter' && isRow(document.activeElement)) document.activeElement.click()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [scroller])
}

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

function move(scroller: HTMLElement | null, step: number): void {
  const rows = [...(scroller?.querySelectorAll<HTMLElement>('tr.ts-row') ?? [])]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + step))]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}

const isRow = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.matches('tr.ts-row')

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null)
