import { z } from 'zod'
import type { Words } from './words.ts'

/** Something to choose, and what it is called. */
export interface Offer {
  readonly value: string
  readonly words: Words
}

/** How a part of a shaped value (`f.json`) is called and chosen on a screen. */
export interface Shape {
  readonly words?: Words
  /** It names a record of this kind, by its id unless `by` says. */
  readonly to?: string
  readonly by?: string
  /**
   * It names a kind of record; what can be done to the kind that stands beside or around it as `record`; one of its verbs, clocks
   * or fields; or it is a value of the `field` beside it (several where `op` says `among`);
   * or all the values that a new one of that kind is made of.
   */
  readonly names?: 'record' | 'act' | 'verb' | 'clock' | 'field' | 'person-field' | 'value' | 'values'
  /** What it may be, or each of its values: worked out of the registry's declarations and of what stands beside and around it. */
  readonly offers?: (registry: never, within: Readonly<Record<string, unknown>>) => readonly Offer[]
  /** Words of its choices. */
  readonly choices?: Readonly<Record<string, Words>>
  /** Of a list: words in no order that matters, each once, written one after the other on a line. */
  readonly tags?: boolean
  /** Several lines. */
  readonly long?: boolean
}

const shapes = z.registry<Shape>()

/** Gives a part its words, and what else a form must know that the schema does not say. */
export const shaped = <S extends z.ZodType>(schema: S, words: Words, more: Omit<Shape, 'words'> = {}): S => {
  shapes.add(schema, { words, ...more })
  return schema
}

export const shapeOf = (schema: z.ZodType): Shape => shapes.get(schema) ?? {}
