import { type ReactNode, useId } from 'react'

interface LabelledProps {
  readonly label: string
  /** Of its one control, where that has no name of its own. */
  readonly htmlFor?: string
  readonly faults?: readonly string[] | undefined
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A part of what is built with its name and all its faults. */
export function Labelled({ label, htmlFor, faults = [], wide = false, children }: LabelledProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame; several controls may share one name here
    <div role="group" aria-labelledby={id} className={wide ? 'is-wide' : ''}>
      {htmlFor ? (
        <label id={id} htmlFor={htmlFor} className="svc-part-name">
          {label}
        </label>
      ) : (
        <span id={id} className="svc-part-name">
          {label}
        </span>
      )}
      {children}
      {faults.map((fault) => (
        <div key={fault} className="ts-fault" role="alert">
          {fault}
        </div>
      ))}
    </div>
  )
}
