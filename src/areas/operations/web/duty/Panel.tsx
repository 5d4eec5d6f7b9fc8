import type { ReactNode } from 'react'
import type { Words } from '../../../../record/words.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { ToneMark } from '../../../../web/widgets/StateTag.tsx'

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
    <section className={`ops-part ${className}`}>
      <header>
        <h2>{say(title)}</h2>
        {extra}
      </header>
      {children}
    </section>
  )
}

interface QuietProps {
  readonly tone?: Tone
  readonly title: Words
  readonly hint: Words
  readonly children?: ReactNode
}

/** Where there is nothing: said calmly, with what to do first. */
export function Quiet({ tone, title, hint, children }: QuietProps) {
  const say = useSay()
  return (
    <div className="ops-quiet">
      {tone && <ToneMark tone={tone} />}
      <b>{say(title)}</b>
      <span className="ts-quiet">{say(hint)}</span>
      {children}
    </div>
  )
}
