import { useEffect, useRef } from 'react'
import { isForSomethingElse } from '../../../../web/shell/typing.ts'

/** What a key of the desk does; the row in hand is moved by the list's own keys. */
export type DeskKeys = Readonly<Partial<Record<'n' | 'a' | 'r' | 'm', () => void>>>

/** Letters of the desk; never while one types. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isForSomethingElse(event)) return
      const act = latest.current[event.key as keyof DeskKeys]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
