import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Condition, conditionFaults, conditionsHold } from './condition.ts'
import { f } from './field.ts'
import { defineRecord } from './record.ts'
import { everyone } from './rule.ts'

const thing = defineRecord('thing', {
  number: 'THG',
  plural: 'things',
  label: 'title',
  fields: {
    title: f.text(),
    amount: f.number({ optional: true }),
    level: f.choice(['low', 'high']),
    urgent: f.flag(),
    due: f.date({ optional: true }),
    owner: f.link('thing', { optional: true }),
    watchers: f.links('thing'),
    shape: f.json(z.unknown()),
  },
  states: ['new'],
  transitions: {},
  access: { read: everyone, create: everyone, update: everyone },
})

const id = '0198c0de-0000-7000-8000-000000000001'
const row = { title: 'x', amount: 5000, level: 'high', urgent: true, due: '2026-11-25', owner: null, watchers: [id] }
const when = (field: string, op: Condition['op'], value: Condition['value']): Condition => ({ field, op, value })

describe('conditions', () => {
  it.each<[Condition, boolean]>([
    [when('amount', 'at-least', 5000), true],
    [when('amount', 'at-least', 5001), false],
    [when('amount', 'at-most', 5000), true],
    [when('due', 'at-least', '2026-11-26'), false],
    [when('level', 'is', 'high'), true],
    [when('level', 'among', ['low', 'high']), true],
    [when('level', 'is-not', 'high'), false],
    [when('urgent', 'is', true), true],
    [when('owner', 'is', null), true],
    [when('owner', 'is-not', null), false],
    [when('watchers', 'is', id), true],
    [when('watchers', 'is', null), false],
    [when('gone', 'is', 1), true],
  ])('%j: %s', (condition, holds) => {
    expect(conditionFaults(thing, [condition], 'when').length === 0).toBe(condition.field !== 'gone')
    expect(conditionsHold(thing, [condition], row)).toBe(holds)
  })

  it('must all hold, and an empty amount is not above any', () => {
    expect(conditionsHold(thing, [], row)).toBe(true)
    expect(conditionsHold(thing, [when('urgent', 'is', true), when('level', 'is', 'low')], row)).toBe(false)
    expect(conditionsHold(thing, [when('amount', 'at-least', 0)], { ...row, amount: null })).toBe(false)
  })

  it.each<[string, Condition]>([
    ['when.0.field', when('gone', 'is', 1)],
    ['when.0.field', when('shape', 'is', 1)],
    ['when.0.op', when('level', 'at-least', 'low')],
    ['when.0.value', when('amount', 'at-least', 'much')],
    ['when.0.value', when('amount', 'at-least', null)],
    ['when.0.value', when('level', 'is', 'middling')],
    ['when.0.value', when('level', 'among', 'low')],
    ['when.0.value', when('level', 'is', ['low'])],
    ['when.0.value', when('watchers', 'is', 'nobody')],
  ])('at %s is at fault: %j', (path, condition) => {
    expect(conditionFaults(thing, [condition], 'when').map((one) => one.path)).toEqual([path])
  })
})
