import type { ReactNode } from 'react'
import type { Words } from '../../../../record/words.ts'
import { useSay } from '../../../../web/shell/lang.tsx'

interface PanelProps {
  readonly title: Words
  readonly extra?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A part of the console under its word. */
export function Panel({ title, extra, className = '', children }: PanelProps) {
  const say = useSay()
  return (
    <section className={`ops-panel ${className}`}>
      <header>
        <h2>{say(title)}</h2>
        {extra}
      </header>
      {children}
    </section>
  )
}

/** Where there is nothing: said calmly, with what to do first. */
export function Quiet({ title, hint, children }: { title: Words; hint?: Words; children?: ReactNode }) {
  const say = useSay()
  return (
    <div className="ops-quiet">
      <b>{say(title)}</b>
      {hint && <span className="ts-quiet">{say(hint)}</span>}
      {children}
    </div>
  )
}
