import { useEffect, useRef } from 'react'
import { isForSomethingElse } from '../shell/typing.ts'

interface ListKeys {
  /** The ids of the rows, in order. */
  readonly rows: readonly string[]
  /** The row in hand. */
  readonly at: string | undefined
  readonly onMove: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onTurn: (id: string, range: boolean) => void
  readonly onClear: () => void
}

/** j and k (or arrows) through the rows, Enter opens, x selects, f finds, Escape lets go; never while one types. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isForSomethingElse(event)) return
      const { rows, at, onMove, onOpen, onTurn, onClear } = latest.current
      const step = steps[event.key]
      const next = step === undefined ? undefined : rows[stepped(rows.length, at ? rows.indexOf(at) : -1, step)]
      if (next) onMove(next)
      else if (event.key === 'f')
        document.querySelector<HTMLInputElement>('input[data-find], [data-find] input')?.focus()
      else if (event.key === 'Enter' && at && isFree(event.target)) onOpen(at)
      else if ((event.key === 'x' || event.key === 'X') && at) onTurn(at, event.shiftKey)
      else if (event.key === 'Escape') onClear()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

const steps: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 }

/** The first row where none is in hand, and never beyond either end. */
const stepped = (count: number, at: number, step: number): number =>
  at < 0 ? 0 : Math.min(count - 1, Math.max(0, at + step))

/** Enter on a button or a link is theirs. */
const isFree = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, input') === null
