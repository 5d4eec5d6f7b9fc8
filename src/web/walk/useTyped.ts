import { useEffect, useRef } from 'react'

/** Keys further apart than this are not of one label; milliseconds. */
const apartMs = 1_000

/** Hears what a hand scanner types, wherever the focus is: a label, then Enter. What a person types into a field stays theirs. */
export function useTyped(onRead: (text: string) => void): void {
  const read = useRef(onRead)
  read.current = onRead
  useEffect(() => {
    let text = ''
    let last = 0
    const hear = (event: KeyboardEvent) => {
      const { target, key, timeStamp } = event
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (timeStamp - last > apartMs) text = ''
      last = timeStamp
      if (key === 'Enter' && text.length > 1) {
        event.preventDefault()
        read.current(text)
        text = ''
      } else if (key.length === 1) text += key
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
