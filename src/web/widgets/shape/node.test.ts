import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'
import { type Node, nodeOf, startOf } from './node.ts'

const step = z.strictObject({
  name: shaped(z.string().min(1), ['名称', 'Name']),
  minutes: z.number().int().min(0).default(5),
  note: z.string().nullable(),
  kind: z.enum(['hand', 'probe']),
  skip: z.boolean().optional(),
  title: z.tuple([z.string(), z.string()]),
})
const who = z.discriminatedUnion('is', [
  shaped(z.strictObject({ is: z.literal('person'), id: shaped(z.uuid(), ['人员', 'Person'], { to: 'person' }) }), [
    '人员',
    'Person',
  ]),
  z.strictObject({ is: z.literal('role'), code: z.string() }),
])

const brief = (node: Node): unknown => {
  if (node.is === 'object') return Object.fromEntries(node.parts.map(({ name, node }) => [name, brief(node)]))
  if (node.is === 'list') return [brief(node.of)]
  return `${node.is}${node.optional ? '?' : ''}${node.empty === null ? ' or null' : ''}`
}

describe('a schema read as a form', () => {
  it('knows each part, what may be left out, and what is empty', () => {
    expect(brief(nodeOf(z.array(step)))).toEqual([
      { name: 'text', minutes: 'number?', note: 'text? or null', kind: 'choice', skip: 'flag?', title: 'pair' },
    ])
  })

  it('has the words and the record that a part leads to, through whatever wraps it', () => {
    const node = nodeOf(z.strictObject({ to: who.optional(), owner: shaped(z.uuid(), ['负责人', 'Owner']).nullable() }))
    if (node.is !== 'object') throw new Error(node.is)
    expect(node.parts[1]?.node.words).toEqual(['负责人', 'Owner'])
    const variant = node.parts[0]?.node
    if (variant?.is !== 'variant') throw new Error(variant?.is)
    expect(variant.options.map(({ value, words }) => [value, words])).toEqual([
      ['person', ['人员', 'Person']],
      ['role', undefined],
    ])
    expect(variant.options[0]?.parts[0]?.node).toMatchObject({ is: 'text', to: 'person' })
  })

  it('leaves to JSON what has no form', () => {
    for (const schema of [z.unknown(), z.union([z.string(), z.number()]), z.record(z.string(), z.number())])
      expect(nodeOf(schema).is).toBe('other')
  })

  it('knows the places of a row of so many by their words', () => {
    const hours = () => z.array(z.string())
    const node = nodeOf(z.tuple([shaped(hours(), ['周一', 'Monday']), shaped(hours(), ['周二', 'Tuesday'])]))
    if (node.is !== 'tuple') throw new Error(node.is)
    expect(node.parts.map(({ name, node: { words } }) => [name, words?.[1]])).toEqual([
      ['0', 'Monday'],
      ['1', 'Tuesday'],
    ])
    expect(startOf(node)).toEqual([[], []])
  })

  it('starts with the least that is there', () => {
    expect(startOf(nodeOf(step))).toEqual({ minutes: 5, note: null })
    expect(startOf(nodeOf(who))).toEqual({ is: 'person' })
    expect(startOf(nodeOf(z.array(step)))).toEqual([])
  })
})
