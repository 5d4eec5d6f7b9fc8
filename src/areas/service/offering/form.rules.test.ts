import { describe, expect, test } from 'vitest'
import { faultsIn } from '../../../testing/faults.ts'
import { answersOf, askedIn } from './answers.rules.ts'
import { checkForm } from './form.rules.ts'
import { patternFault } from './pattern.rules.ts'
import { formSchema, type QuestionInput } from './question.rules.ts'

const formOf = (...questions: QuestionInput[]) => formSchema.parse(questions)
const faultsOf = (...questions: QuestionInput[]) => faultsIn(checkForm(formOf(...questions)))
const told = (form: ReturnType<typeof formOf>, given: Record<string, unknown>) => {
  const { answers, faults } = answersOf(form, given)
  return { answers, faults: faultsIn(faults) }
}

const id = '0197a3f0-0000-7000-8000-000000000001'
const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]

/** An export of data: how risky it is decides what else is asked. */
const data = formOf(
  { key: 'what', label: '要什么数据', kind: 'prose', required: true, maxLength: 200 },
  { key: 'clients', label: '含客户信息', kind: 'flag' },
  {
    key: 'masked',
    label: '是否脱敏',
    kind: 'choice',
    required: true,
    choices: yesNo,
    when: [{ field: 'clients', op: 'is', value: true }],
  },
  {
    key: 'why-not',
    label: '不脱敏的理由',
    kind: 'text',
    required: true,
    when: [{ field: 'masked', op: 'is', value: 'no' }],
  },
  { key: 'rows', label: '估计行数', kind: 'number', min: 1, max: 1_000_000, default: 100 },
)

describe('answers', () => {
  test('are kept with the defaults filled in', () => {
    expect(told(data, { what: ' 成交汇总 ' })).toEqual({
      answers: { what: '成交汇总', clients: false, rows: 100 },
      faults: [],
    })
  })

  test('have every fault told at once, each at its question', () => {
    expect(told(data, { clients: true, rows: 0, colour: 'red' }).faults).toEqual([
      'answers.colour unknown-field',
      'answers.what required',
      'answers.masked required',
      'answers.rows wrong-type',
    ])
  })

  test('to what is not asked are dropped, wrong ones too', () => {
    const given = { what: '成交', clients: false, masked: 'perhaps', 'why-not': '急', rows: 5 }
    expect(told(data, given)).toEqual({ answers: { what: '成交', clients: false, rows: 5 }, faults: [] })
  })

  test('ask further as they go, through a question that is itself asked only sometimes', () => {
    const keys = (given: Record<string, unknown>) => askedIn(data, given).map(({ key }) => key)
    expect(keys({})).toEqual(['what', 'clients', 'rows'])
    expect(keys({ clients: true })).toEqual(['what', 'clients', 'masked', 'rows'])
    expect(keys({ clients: true, masked: 'no' })).toEqual(['what', 'clients', 'masked', 'why-not', 'rows'])
    expect(keys({ clients: false, masked: 'no' })).toEqual(['what', 'clients', 'rows'])
  })

  test('count as blank when they are empty, spaces or nothing chosen', () => {
    const form = formOf(
      { key: 'name', label: '名', kind: 'text', required: true },
      { key: 'parts', label: '项', kind: 'choices', required: true, choices: yesNo },
      { key: 'agreed', label: '同意', kind: 'flag', required: true },
    )
    expect(told(form, { name: '  ', parts: [], agreed: false }).faults).toEqual([
      'answers.name required',
      'answers.parts required',
      'answers.agreed required',
    ])
  })

  test.each([
    ['text', 7],
    ['text', 'a'.repeat(201)],
    ['prose', {}],
    ['number', '12'],
    ['choice', 'perhaps'],
    ['choices', ['yes', 'perhaps']],
    ['choices', 'yes'],
    ['date', '2026-02-30'],
    ['flag', 'yes'],
    ['person', '1001'],
    ['department', 'IT'],
    ['component', 12],
    ['file', 'one.pdf'],
  ] as const)('of the kind %s are not %j', (kind, value) => {
    const form = formOf({ key: 'it', label: '它', kind, choices: kind.startsWith('choice') ? yesNo : [] })
    expect(told(form, { it: value }).faults).toEqual(['answers.it wrong-type'])
  })

  test.each([
    ['text', 'abc'],
    ['number', 1.5],
    ['choice', 'no'],
    ['choices', ['no', 'yes']],
    ['date', '2026-12-01'],
    ['flag', true],
    ['person', id],
    ['file', ['申请表.pdf']],
  ] as const)('of the kind %s may be %j', (kind, value) => {
    const form = formOf({ key: 'it', label: '它', kind, choices: kind.startsWith('choice') ? yesNo : [] })
    expect(told(form, { it: value })).toEqual({ answers: { it: value }, faults: [] })
  })

  test('match a pattern as a whole line', () => {
    const form = formOf({ key: 'host', label: '主机', kind: 'text', pattern: '[A-Z]{2}-\\d{4}' })
    expect(told(form, { host: 'PC-0417' }).faults).toEqual([])
    expect(told(form, { host: 'my PC-0417' }).faults).toEqual(['answers.host wrong-type'])
  })

  test('to several choices can decide what else is asked', () => {
    const form = formOf(
      { key: 'parts', label: '项', kind: 'choices', choices: yesNo },
      { key: 'more', label: '多', kind: 'text', required: true, when: [{ field: 'parts', op: 'is', value: 'yes' }] },
    )
    expect(told(form, { parts: ['no'] }).faults).toEqual([])
    expect(told(form, { parts: ['no', 'yes'] }).faults).toEqual(['answers.more required'])
  })
})

describe('a form', () => {
  test('that is sound has no fault', () => expect(checkForm(data)).toEqual([]))

  test('has every fault told at once, each at its place', () => {
    expect(
      faultsOf(
        { key: 'a', label: '甲', kind: 'choice', when: [{ field: 'b', op: 'is', value: 1 }] },
        { key: 'a', label: '乙', kind: 'text', min: 3, choices: yesNo, pattern: '(' },
        { key: 'b', label: '丙', kind: 'number', min: 5, max: 1, maxLength: 3, default: 'x' },
        {
          key: 'c',
          label: '丁',
          kind: 'choice',
          choices: [...yesNo, yesNo[0] as (typeof yesNo)[0]],
          default: 'perhaps',
        },
        { key: 'd', label: '戊', kind: 'file', default: ['x.pdf'], pattern: 'x' },
      ),
    ).toEqual([
      'form.0.choices required',
      'form.0.when.0.field not-earlier',
      'form.1.key repeated-key',
      'form.1.choices does-not-fit',
      'form.1.min does-not-fit',
      'form.1.pattern bad-pattern',
      'form.2.maxLength does-not-fit',
      'form.2.max does-not-fit',
      'form.2.default wrong-type',
      'form.3.choices.2.value twice',
      'form.3.default wrong-type',
      'form.4.pattern does-not-fit',
      'form.4.default does-not-fit',
    ])
  })

  test('compares answers only as their kind allows', () => {
    const asks = { key: 'x', label: '末', kind: 'text' } as const
    const flag = { key: 'f', label: '旗', kind: 'flag' } as const
    expect(faultsOf(flag, { ...asks, when: [{ field: 'f', op: 'at-least', value: 1 }] })).toEqual([
      'form.1.when.0.op does-not-fit',
    ])
    expect(faultsOf(flag, { ...asks, when: [{ field: 'f', op: 'is', value: 'yes' }] })).toEqual([
      'form.1.when.0.value wrong-type',
    ])
    expect(
      faultsOf(flag, {
        ...asks,
        when: [
          { field: 'f', op: 'is', value: true },
          { field: 'ghost', op: 'is', value: 1 },
        ],
      }),
    ).toEqual(['form.1.when.1.field no-such-field'])
    const files = { key: 'files', label: '件', kind: 'file' } as const
    expect(faultsOf(files, { ...asks, when: [{ field: 'files', op: 'is', value: 'a' }] })).toEqual([
      'form.1.when.0.field no-such-field',
    ])
  })

  test('may depend on itself no more than on what comes later', () => {
    expect(faultsOf({ key: 'a', label: '甲', kind: 'number', when: [{ field: 'a', op: 'is', value: 1 }] })).toEqual([
      'form.0.when.0.field not-earlier',
    ])
  })
})

describe('a pattern', () => {
  test.each(['\\d{6}', '[A-Z]{2}-\\d{4}', '1[3-9]\\d{9}', '(?:PC|NB)-\\d+', '[a-z]+@[a-z.]+', 'a\\)+b', '[)+]x'])(
    'such as %s is taken',
    (pattern) => expect(patternFault(pattern)).toBeUndefined(),
  )
  test.each([
    '(',
    '(a+)+',
    '(a|a)*',
    '(x)\\1',
    '(?=a)b',
    '(?<n>a)',
    'a*a*a*a*b',
    'a?a?a?a?',
    'x{1,9}y{1,}z+w*',
    '(a){2}',
  ])('such as %s is not', (pattern) => expect(patternFault(pattern)).toBeDefined())
})
