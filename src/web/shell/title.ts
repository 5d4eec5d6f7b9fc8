import { useEffect } from 'react'
import { words } from '../words.ts'
import { useSay } from './lang.tsx'

/** The title of the browser's tab while this is on the screen. */
export function useTitle(text: string): void {
  const say = useSay()
  const product = say(words.product)
  useEffect(() => {
    document.title = text ? `${text} · ${product}` : product
  }, [text, product])
}
