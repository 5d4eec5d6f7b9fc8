import { type ReactNode, useId } from 'react'
import type { Step } from '../../runbook/step.rules.ts'

export type Change = { readonly [K in keyof Step]?: Step[K] | undefined }

interface ItemProps {
  readonly label: string
  readonly faults?: readonly string[] | undefined
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A field with its name and all its faults. */
export function Item({ label, faults = [], wide = false, children }: ItemProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame; several controls may share one name here
    <div role="group" aria-labelledby={id} className={wide ? 'is-wide' : ''}>
      <span id={id} className="ops-label">
        {label}
      </span>
      {children}
      {faults.map((fault) => (
        <div key={fault} className="ts-fault" role="alert">
          {fault}
        </div>
      ))}
    </div>
  )
}
