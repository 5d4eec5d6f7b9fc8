import type { ComponentType } from 'react'
import type { Field } from '../../record/field.ts'
import type { Refs } from '../client/types.ts'
import type { Shown } from '../format/value.ts'
import type { Tone } from '../plugin.ts'

export interface ShowProps {
  readonly shown: Shown
  /** Never empty: `FieldShow` says so itself. */
  readonly value: unknown
  readonly refs: Refs
  readonly tone: Tone | undefined
  /** One line of a table rather than a page. */
  readonly dense: boolean
}

/** As a form's item hands them over. */
export interface EditProps {
  readonly shown: Shown
  readonly field: Field
  readonly refs: Refs
  readonly value?: unknown
  readonly onChange?: (value: unknown) => void
  readonly id?: string
}

/** One kind of field on the screen: how it is read and how it is written. */
export interface Widget {
  readonly Show: ComponentType<ShowProps>
  readonly Edit: ComponentType<EditProps>
}
