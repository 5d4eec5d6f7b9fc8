import type { z } from 'zod'
import { type Shape, shapeOf } from '../../../record/shape.ts'

/** A schema as a form needs it. What has no form of its own is `other`: it is written as JSON. */
type Kind =
  | { readonly is: 'text' | 'number' | 'flag' | 'pair' | 'other' }
  | { readonly is: 'choice'; readonly values: readonly string[] }
  | { readonly is: 'list'; readonly of: Node }
  | { readonly is: 'object' | 'tuple'; readonly parts: readonly Part[] }
  | { readonly is: 'variant'; readonly sign: string; readonly options: readonly Option[] }

export type Node = Kind &
  Shape & { readonly optional: boolean; readonly empty: null | undefined; readonly default?: unknown }

export interface Part {
  readonly name: string
  readonly node: Node
}

/** One of several objects, told apart by the value of one part. */
export interface Option {
  readonly value: string
  readonly words: Shape['words']
  readonly parts: readonly Part[]
}

interface Def {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly defaultValue?: unknown
  readonly in?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Record<string, z.ZodType>
  readonly entries?: Record<string, string>
  readonly values?: readonly unknown[]
  readonly options?: readonly z.ZodType[]
  readonly discriminator?: string
  readonly items?: readonly z.ZodType[]
}

const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def

/** Reads a schema; pure. */
export function nodeOf(schema: z.ZodType): Node {
  const { type, innerType, in: inner, defaultValue } = defOf(schema)
  const within = innerType ?? (type === 'pipe' ? inner : undefined)
  if (!within) return { ...shapeOf(schema), optional: false, empty: undefined, ...kindOf(schema) }
  const node = nodeOf(within)
  return {
    ...node,
    ...shapeOf(schema),
    optional: node.optional || type === 'optional' || type === 'nullable' || type === 'default',
    empty: type === 'nullable' ? null : node.empty,
    ...(type === 'default' && { default: defaultValue }),
  }
}

function kindOf(schema: z.ZodType): Kind {
  const { type, element, shape, entries, values, options, discriminator, items } = defOf(schema)
  switch (type) {
    case 'string':
      return { is: 'text' }
    case 'number':
      return { is: 'number' }
    case 'boolean':
      return { is: 'flag' }
    case 'enum':
      return { is: 'choice', values: Object.values(entries ?? {}) }
    case 'literal':
      return { is: 'choice', values: (values ?? []).map(String) }
    case 'array':
      return element ? { is: 'list', of: nodeOf(element) } : { is: 'other' }
    case 'tuple':
      return items?.length === 2 && items.every((one) => defOf(one).type === 'string')
        ? { is: 'pair' }
        : { is: 'tuple', parts: partsOf(Object.fromEntries((items ?? []).entries())) }
    case 'object':
      return { is: 'object', parts: partsOf(shape ?? {}) }
    case 'union':
      return discriminator ? variant(discriminator, options ?? []) : { is: 'other' }
    default:
      return { is: 'other' }
  }
}

const partsOf = (shape: Readonly<Record<string, z.ZodType>>): Part[] =>
  Object.entries(shape).map(([name, schema]) => ({ name, node: nodeOf(schema) }))

function variant(sign: string, options: readonly z.ZodType[]): Kind {
  return {
    is: 'variant',
    sign,
    options: options.map((option) => {
      const { [sign]: told, ...rest } = defOf(option).shape ?? {}
      return { value: String(told && defOf(told).values?.[0]), words: shapeOf(option).words, parts: partsOf(rest) }
    }),
  }
}

/** What a new value of it starts as: what it is where nobody says, else the least that is there, for a person to fill in. */
export function startOf(node: Node): unknown {
  switch (node.is) {
    case 'list':
      return []
    case 'flag':
      return false
    case 'object':
      return fresh(node.parts)
    case 'tuple':
      return node.parts.map((part) => startOf(part.node))
    case 'variant': {
      const [first] = node.options
      return first && { [node.sign]: first.value, ...fresh(first.parts) }
    }
    case 'choice':
      return node.values.length === 1 ? node.values[0] : node.empty
    default:
      return node.empty
  }
}

export const fresh = (parts: readonly Part[]): Record<string, unknown> =>
  Object.fromEntries(
    parts.flatMap(({ name, node }) => {
      const start = node.default ?? (node.optional ? node.empty : startOf(node))
      return start === undefined ? [] : [[name, start]]
    }),
  )
