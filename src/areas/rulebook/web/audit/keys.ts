import { useEffect, useRef } from 'react'
import { isForSomethingElse } from '../../../../web/shell/typing.ts'

/** By the key as the browser names it: what it does. */
export type Keys = Readonly<Record<string, () => void>>

/** Keys of the checklist; never while one types. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isForSomethingElse(event)) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
