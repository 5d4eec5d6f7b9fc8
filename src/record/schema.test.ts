import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { f } from './field.ts'
import { type AnyRecord, defineRecord } from './record.ts'
import { everyone } from './rule.ts'
import { createSchema, rowSchema, updateSchema, verbSchema } from './schema.ts'

const thing = defineRecord('thing', {
  number: 'THG',
  plural: 'things',
  label: 'name',
  fields: {
    name: f.text({ max: 5 }),
    code: f.text({ by: 'once' }),
    owner: f.link('thing', { optional: true }),
    size: f.choice(['s', 'm'], { default: 'm' }),
    count: f.number({ min: 0, max: 9, optional: true }),
    share: f.number({ integer: false, optional: true }),
    due: f.date({ optional: true }),
    at: f.instant({ optional: true }),
    parts: f.links('thing'),
    shape: f.json(z.strictObject({ x: z.number() }), { optional: true }),
    total: f.number({ by: 'system', default: 0 }),
    tradingDay: f.tradingDay(),
  },
  states: ['new', 'done'],
  transitions: {
    finish: { from: 'new', to: 'done', allow: everyone, requires: ['due'], accepts: ['total'] },
    sign: { from: 'new', to: 'done', allow: everyone, sign: true },
  },
  access: { read: everyone, create: everyone, update: everyone },
})

const id = '0192f0c4-0000-7000-8000-000000000001'
const good = { name: 'N', code: 'C' }
/** Where a schema finds fault, sorted; empty when it takes the input. */
const at = (schema: z.ZodType, input: unknown): string[] => {
  const read = schema.safeParse(input)
  return read.success
    ? []
    : read.error.issues
        .flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]))
        .sort()
}

describe('what may be given at creation', () => {
  const schema = createSchema(thing)

  it('takes the least, and everything a person may give', () => {
    expect(at(schema, good)).toEqual([])
    const full = {
      ...good,
      owner: id,
      size: 's',
      count: 3,
      share: 0.5,
      due: '2026-11-25',
      parts: [id],
      shape: { x: 1 },
    }
    expect(at(schema, { ...full, at: '2026-11-25T01:00:00Z' })).toEqual([])
    expect(at(schema, { ...good, owner: null, count: null })).toEqual([])
  })

  it('names every fault at once', () => {
    const bad = { name: '', size: 'xl', count: 1.5, owner: 'no id', due: '2026-02-30', at: 'now', parts: [id, 'x'] }
    expect(at(schema, { ...bad, shape: { x: 1, y: 2 }, tradingDay: '2026-11-25' })).toEqual(
      ['at', 'code', 'count', 'due', 'name', 'owner', 'parts.1', 'size', 'tradingDay', 'y'].sort(),
    )
  })

  it.each(['total', 'state', 'version', 'id', 'number', 'createdBy', 'anything'])('knows no field %s', (name) => {
    expect(at(schema, { ...good, [name]: 1 })).toEqual([name])
  })

  it.each<[string, unknown]>([
    ['name', '六个字符太长'],
    ['name', '   '],
    ['name', null],
    ['count', -1],
    ['count', 10],
    ['count', '3'],
    ['count', Number.NaN],
    ['share', Number.POSITIVE_INFINITY],
    ['due', '25.11.2026'],
    ['due', '0000-01-01'],
    ['at', '2026-11-25T01:00:00+08:00'],
    ['at', '0000-01-01T00:00:00Z'],
    ['parts', null],
    ['parts', Array(201).fill(id)],
    ['shape', 'x'],
  ])('refuses %s = %j', (name, value) => {
    expect(at(schema, { ...good, [name]: value })).toEqual([name])
  })

  it('trims text, and writes ids and instants in the one form that they are stored in', () => {
    const given = { ...good, name: ' N ', owner: id.toUpperCase(), at: '2026-11-25T01:00:00.1239Z' }
    expect(schema.parse(given)).toMatchObject({ name: 'N', owner: id, at: '2026-11-25T01:00:00.123Z' })
    expect(schema.parse({ ...good, at: '2026-11-25T01:00:00Z' })).toMatchObject({ at: '2026-11-25T01:00:00.000Z' })
  })

  it('leaves an instant that is in its form as it is', () => {
    const instants = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, (date) => {
        const text = date.toISOString()
        expect(schema.parse({ ...good, at: text })['at']).toBe(text)
      }),
    )
  })
})

describe('a change', () => {
  const schema = updateSchema(thing)
  it('names the version it was made from and may leave out the rest', () => {
    expect(at(schema, { version: 1 })).toEqual([])
    expect(at(schema, { name: 'M' })).toEqual(['version'])
    expect(at(schema, { version: 0, name: 'M' })).toEqual(['version'])
    expect(at(schema, { version: '1' })).toEqual(['version'])
  })

  it('empties only what may be empty, and touches neither what is given once nor what the system gives', () => {
    expect(at(schema, { version: 1, owner: null })).toEqual([])
    expect(at(schema, { version: 1, name: null, code: 'D', total: 1, state: 'done' })).toEqual([
      'code',
      'name',
      'state',
      'total',
    ])
  })
})

describe('the body of a verb', () => {
  it('carries what the verb asks for and nothing else, also fields that only the system gives elsewhere', () => {
    const schema = verbSchema(thing, 'finish')
    expect(at(schema, {})).toEqual([])
    expect(at(schema, { version: 2, due: '2026-11-25', total: 4 })).toEqual([])
    expect(at(schema, { name: 'M', signature: { password: 'p' } })).toEqual(['name', 'signature'])
  })

  it('that signs names the version seen', () => {
    const schema = verbSchema(thing, 'sign')
    expect(at(schema, { version: 1, signature: { password: 'p' } })).toEqual([])
    expect(at(schema, { version: 1, signature: { code: '012345' } })).toEqual([])
    expect(at(schema, { signature: {} })).toEqual(['signature', 'version'])
    expect(at(schema, { version: 1, signature: { code: '12345' } })).toEqual(['signature.code'])
  })
})

it('describes every row as it leaves, as JSON schema', () => {
  const record: AnyRecord = thing
  const described = z.toJSONSchema(rowSchema(record)) as { required: string[] }
  expect(described.required).toEqual(
    expect.arrayContaining(['id', 'version', 'createdBy', ...Object.keys(thing.fields)]),
  )
  expect(() => z.toJSONSchema(createSchema(record), { io: 'input' })).not.toThrow()
})
