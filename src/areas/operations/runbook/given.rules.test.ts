import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { declarationFaults, hyphenFaults, namingFaults, resolved } from './given.rules.ts'
import { type Book, carriedOut } from './include.rules.ts'
import { filled, filledText, namesIn, type Parameter, parameterSchema } from './parameter.rules.ts'
import { stepOf } from './runbook.testing.ts'

const ask = (key: string, more: object = {}): Parameter =>
  parameterSchema.parse({ key, name: [`参数${key}`, `Parameter ${key}`], kind: 'text', ...more })
const ground = { components: new Set(['gateway']), open: false }
const codes = (faults: readonly { path: string; code: string }[]) => faults.map(({ path, code }) => `${path} ${code}`)

describe('what is given', () => {
  const declared = [
    ask('reason', { pattern: '[a-z ]+' }),
    ask('level', { kind: 'number', least: 1, most: 9, default: '3' }),
    ask('mode', { kind: 'choice', choices: ['fast', 'safe'], required: false }),
    ask('where', { kind: 'component' }),
    ask('on', { kind: 'date' }),
  ]

  test('is taken as it is, or else by default, and may be left out where it is not required', () => {
    const { values, faults } = resolved(declared, { reason: 'a b', where: 'gateway', on: '2026-11-30' }, ground)
    expect(faults).toEqual([])
    expect(Object.fromEntries(values)).toEqual({
      reason: 'a b',
      level: '3',
      mode: '',
      where: 'gateway',
      on: '2026-11-30',
    })
  })

  test('is refused with every fault at once, each by its name', () => {
    const { faults } = resolved(
      declared,
      { reason: 'A', level: 11, mode: 'odd', where: 'moon', on: '2026-02-30', more: 'x' },
      ground,
    )
    expect(codes(faults)).toEqual([
      'parameters.more unknown-parameter',
      'parameters.reason pattern',
      'parameters.level too-large',
      'parameters.mode not-a-choice',
      'parameters.where unknown-component',
      'parameters.on invalid',
    ])
    expect(codes(resolved(declared, {}, ground).faults)).toEqual(
      ['reason', 'where', 'on'].map((key) => `parameters.${key} required`),
    )
    expect(faults[2]?.text).toEqual(['「参数level」不得大于 9。', 'Parameter level must not be above 9.'])
  })

  test('is held against a pattern that a backtracking engine would never be done with', () => {
    const { faults } = resolved([ask('text', { pattern: '(a+)+b' })], { text: 'a'.repeat(400) }, ground)
    expect(codes(faults)).toEqual(['parameters.text pattern'])
  })
})

test('a declaration says what cannot be asked', () => {
  const faults = declarationFaults(
    [
      ask('a'),
      ask('a', { pattern: '(' }),
      ask('b', { kind: 'number', least: 5, most: 1 }),
      ask('c', { kind: 'number', most: 1, default: '2' }),
    ],
    ground,
  )
  expect(codes(faults)).toEqual([
    ...['parameters.1.key repeated-key', 'parameters.1.pattern bad-pattern'],
    ...['parameters.2.most bounds', 'parameters.3.default too-large'],
  ])
})

test('a step names only what is declared, and a component only by a parameter that is always one', () => {
  const steps = [
    stepOf('a', { instructions: '看 {{who}}', closing: { title: ['{{gone}}', 'x'] } }),
    stepOf('b', { components: ['{{where}}', '{{maybe}}', 'host-{{where}}', '{{text}}'], args: ['--why={{no}}'] }),
  ]
  const declared = [
    ask('who'),
    ask('text'),
    ask('where', { kind: 'component' }),
    ask('maybe', { kind: 'component', required: false }),
  ]
  expect(codes(namingFaults(steps, declared))).toEqual([
    'steps.0.closing unknown-parameter',
    ...[1, 2, 3].map((n) => `steps.1.components.${n} not-a-component`),
    'steps.1.args.0 unknown-parameter',
  ])
})

describe('what is filled in', () => {
  test('gets into words, components and arguments, and an argument of what was left out is left out', () => {
    const values = new Map([
      ['where', 'gateway'],
      ['why', ''],
    ])
    const step = filled(
      stepOf('a', {
        title: ['重启 {{where}}', 'Restart {{where}}'],
        expected: '{{why}}',
        components: ['{{where}}'],
        args: ['--at={{where}}', '--why={{why}}', 'plain'],
        closing: { instructions: '停 {{where}}' },
      }),
      values,
    )
    expect(step).toMatchObject({
      title: ['重启 gateway', 'Restart gateway'],
      expected: '—',
      components: ['gateway'],
      args: ['--at=gateway', 'plain'],
      closing: { instructions: '停 gateway' },
    })
  })

  test('is read once: whatever a value looks like, it stands there as it was given', () => {
    const odd = fc.oneof(fc.string(), fc.constantFrom('{{b}}', '$&', '$(id)', '`id`', "'; --", '\n', '$1'))
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        const values = new Map([
          ['a', a],
          ['b', b],
        ])
        expect(filledText('<{{a}}|{{b}}|{{c}}>', values)).toBe(`<${a}|${b}|{{c}}>`)
        const args = filled(stepOf('x', { args: ['{{a}}', 'n={{b}}'] }), values).args
        expect(args).toEqual([...(a === '' ? [] : [a]), ...(b === '' ? [] : [`n=${b}`])])
      }),
    )
  })

  test('is not taken for an option where it begins an argument', () => {
    const step = stepOf('x', { args: ['{{a}}', '--why={{a}}', 'x{{a}}'] })
    expect(codes(hyphenFaults(step, new Map([['a', '-rf']])))).toEqual(['parameters.a leading-hyphen'])
    expect(hyphenFaults(step, new Map([['a', 'rf-']]))).toEqual([])
  })
})

describe('an included runbook', () => {
  const inner: Book = {
    code: 'IN',
    mirrors: null,
    parameters: [ask('target', { kind: 'component' }), ask('note', { default: '无', pattern: '[^!]*' })],
    steps: [stepOf('do', { components: ['{{target}}'], instructions: '{{note}}', args: ['-n={{note}}'] })],
  }
  const outer = (parameters: Record<string, string>): Book => ({
    code: 'OUT',
    mirrors: null,
    parameters: [ask('gate', { kind: 'component' }), ask('word', { required: false })],
    steps: [
      stepOf('first', { instructions: '{{word}}' }),
      stepOf('in', { mode: 'runbook', runbook: 'IN', parameters }),
    ],
  })
  const library = new Map([['IN', inner]])
  const passing = outer({ target: '{{gate}}', note: '因 {{word}}' })

  test('gets its parameters from the step that stands for it, with its own bounds', () => {
    const given = carriedOut(passing, library, { ...ground, given: { gate: 'gateway', word: '{{target}}' } })
    expect(given.faults).toEqual([])
    expect(given.steps[1]).toMatchObject({
      components: ['gateway'],
      instructions: '因 {{target}}',
      args: ['-n=因 {{target}}'],
    })
    expect(codes(carriedOut(passing, library, { ...ground, given: { gate: 'gateway', word: '急!' } }).faults)).toEqual([
      'steps.1.parameters.note pattern',
    ])
  })

  test('must be given what it requires before anybody is asked, and nothing that it does not ask', () => {
    expect(carriedOut(passing, library).faults).toEqual([])
    expect(carriedOut(passing, library).steps[1]).toMatchObject({
      components: ['{{gate}}'],
      instructions: '因 {{word}}',
    })
    expect(codes(carriedOut(outer({ other: 'x' }), library).faults)).toEqual([
      'steps.1.parameters.other unknown-parameter',
      'steps.1.parameters.target required',
    ])
  })

  test('in reverse asks what the one asks that it reverses', () => {
    const mirror: Book = { code: 'BACK', mirrors: 'IN', steps: [], parameters: [] }
    expect(carriedOut(mirror, library, { ...ground, given: { target: 'gateway' } })).toMatchObject({
      faults: [],
      given: { target: 'gateway', note: '无' },
      steps: [{ components: ['gateway'] }],
    })
    expect(codes(carriedOut(mirror, library, { ...ground, given: {} }).faults)).toEqual(['parameters.target required'])
  })
})

test('a text names each parameter that it holds', () => {
  expect(namesIn('{{a}} {b} {{c-1}} {{D}} {{}}')).toEqual(['a', 'c-1'])
})
