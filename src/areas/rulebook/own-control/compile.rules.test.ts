import { describe, expect, it } from 'vitest'
import { registry } from '../../../app/records.ts'
import { type Control, judged } from '../control/control.rules.ts'
import { now, row, today } from '../control/fixtures/fixture.testing.ts'
import { dawnIn } from '../dawn.rules.ts'
import { compiled } from './compile.rules.ts'
import { type Declaration, judgesSchema } from './declaration.rules.ts'
import { declarationFaults } from './fits.rules.ts'
import { rows } from './offers.rules.ts'

const declared = (record: string, judges: object, more: Partial<Declaration> = {}): Declaration => ({
  ...{
    id: 'own-1',
    number: 'OCT-1',
    code: 'X-001',
    edition: 3,
    title: '自己的',
    titleEn: null,
    area: 'assets',
    owner: null,
  },
  ...{ remedy: '补上。', remedyEn: null, minSubjects: 1, scope: { states: [], values: [] }, record },
  judges: judgesSchema.parse(judges),
  ...more,
})

const about = { now, today, dawn: dawnIn('Asia/Shanghai'), p: {} }
const judge = (control: Control, subject: object, related: object = {}, at = now) =>
  judged(control, subject, related, { ...about, now: at })
const before = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()
const failing = new Proxy(
  {},
  {
    get() {
      throw new Error('lost')
    },
  },
)

interface Story {
  readonly of: Declaration
  readonly kept: readonly [subject: object, related?: object]
  readonly broken: readonly [subject: object, related?: object]
  /** Both sides of its boundary, where that is no instant. */
  readonly edge?: readonly [readonly [object, object?], readonly [object, object?]]
  readonly says: readonly [zh: string, en: string]
}

const backups = { is: 'count', rows: 'backup-plan.component', states: ['effective'], least: 1, most: 2 }
const plan = (state: string) => row(state)
const run = (startedAt: string) => row('succeeded', { startedAt })

const stories: Record<string, Story> = {
  'fresh within, an instant': {
    of: declared('service', { is: 'fresh', field: 'updatedAt', days: 30 }),
    kept: [row('offered', { updatedAt: '2026-10-26T04:00:00.000Z' })],
    broken: [row('offered', { updatedAt: '2026-09-26T04:00:00.000Z' })],
    says: ['「更新时间」已过 59 天,期限 30 天。', '“Updated” is 59 days ago, and only 30 are allowed.'],
  },
  'fresh within, a date': {
    of: declared('asset', { is: 'fresh', field: 'purchasedOn', days: 10 }),
    kept: [row('in-use', { purchasedOn: '2026-11-15' })],
    broken: [row('in-use', { purchasedOn: null })],
    says: ['「采购日期」为空。', '“Purchased on” is empty.'],
  },
  'fields filled': {
    of: declared('asset', { is: 'filled', fields: ['owner', 'serial'] }),
    kept: [row('in-use', { owner: 'p', serial: 'S' })],
    broken: [row('in-use', { owner: null, serial: '' })],
    edge: [[row('in-use', { owner: 'p', serial: 'S' })], [row('in-use', { owner: 'p', serial: null })]],
    says: ['未填写:', 'Not filled in: '],
  },
  'chain complete': {
    of: declared('component', {
      is: 'chain',
      steps: [
        { is: 'link', field: 'ownerTeam', states: ['active'] },
        { is: 'rows', rows: 'backup-plan.component', states: ['effective'] },
      ],
    }),
    kept: [row('in-service', { ownerTeam: 't' }), { link0: row('active'), rows1: [plan('draft'), plan('effective')] }],
    broken: [row('in-service', { ownerTeam: 't' }), { link0: row('active'), rows1: [plan('draft')] }],
    edge: [
      [row('in-service', { ownerTeam: 't' }), { link0: row('active'), rows1: [plan('effective')] }],
      [row('in-service', { ownerTeam: null }), { link0: null, rows1: [plan('effective')] }],
    ],
    says: ['缺少备份计划(生效)。', 'Missing: backup plans (Effective).'],
  },
  'count within': {
    of: declared('component', backups),
    kept: [row('in-service'), { rows: [plan('effective'), plan('draft')] }],
    broken: [row('in-service'), { rows: [plan('draft')] }],
    edge: [
      [row('in-service'), { rows: [plan('effective'), plan('effective')] }],
      [row('in-service'), { rows: [plan('effective'), plan('effective'), plan('effective')] }],
    ],
    says: ['备份计划(生效) 0 个,至少应有 1 个。', '0 backup plans (Effective); at least 1 are wanted.'],
  },
  'actors differ': {
    of: declared('backup-plan', { is: 'differ', one: 'createdBy', other: 'approvedBy' }),
    kept: [row('effective', { createdBy: 'a', approvedBy: 'b' })],
    broken: [row('effective', { createdBy: 'a', approvedBy: 'a' })],
    edge: [
      [row('effective', { createdBy: 'a', approvedBy: 'b' })],
      [row('effective', { createdBy: 'a', approvedBy: null })],
    ],
    says: ['「创建人」与「批准人」是同一人。', '“Created by” and “Approved by” are the same person.'],
  },
  'no gap': {
    of: declared('backup-plan', {
      ...{ is: 'gap', rows: 'backup-run.plan', states: ['succeeded'], field: 'startedAt', days: 7, lookBack: 30 },
    }),
    kept: [
      row('effective'),
      {
        rows: [
          run('2026-08-01T04:00:00.000Z'),
          run('2026-10-22T04:00:00.000Z'),
          ...['2026-11-02', '2026-11-08', '2026-11-14', '2026-11-20'].map((day) => run(`${day}T04:00:00.000Z`)),
          run('2026-10-27T04:00:00.000Z'),
        ],
      },
    ],
    broken: [row('effective'), { rows: [run('2026-11-01T04:00:00.000Z'), run('2026-11-20T04:00:00.000Z')] }],
    says: ['2026-11-20 之前超过 7 天没有备份执行', 'Before 2026-11-20 there were no backup runs'],
  },
}

describe.each(Object.entries(stories))('%s', (_name, { of, kept, broken, edge, says }) => {
  const control = compiled(of, registry)

  it('takes what declarations offer', () => {
    expect(declarationFaults(of, registry)).toEqual([])
    expect(control).toMatchObject({ id: 'X-001', version: 3, minSubjects: 1 })
  })

  it('is kept, and broken, and says why', () => {
    expect(judge(control, ...kept)).toMatchObject({ is: 'ok' })
    const verdict = judge(control, ...broken)
    expect(verdict?.is).toBe('bad')
    expect(verdict?.text[0]).toContain(says[0])
    expect(verdict?.text[1]).toContain(says[1])
  })

  it('turns at its boundary', () => {
    const until = judge(control, ...kept)?.until ?? null
    if (!edge) expect(until, 'neither an instant nor two cases').not.toBeNull()
    if (until !== null) {
      const [subject, related = {}] = kept
      expect(judge(control, subject, related, before(until))?.is).toBe('ok')
      expect(judge(control, subject, related, until)?.is).toBe('bad')
    }
    if (edge) expect(edge.map(([subject, related]) => judge(control, subject, related)?.is)).toEqual(['ok', 'bad'])
  })

  it('proves nothing where it cannot be judged', () =>
    expect(judge(control, failing, failing)).toMatchObject({ is: 'unknown' }))
})

it('lets a gap go once it is further back than is looked', () => {
  const control = compiled((stories['no gap'] as Story).of, registry)
  const related = {
    rows: ['2026-10-20', '2026-11-01', '2026-11-07', '2026-11-13', '2026-11-19'].map((day) =>
      run(`${day}T04:00:00.000Z`),
    ),
  }
  const found = judge(control, row('effective'), related)
  expect(found).toMatchObject({ is: 'bad', until: '2026-12-01T04:00:00.000Z' })
})

it('judges those alone that its scope means', () => {
  const scope = { states: ['in-service'], field: 'environment', values: ['production'] }
  const control = compiled(declared('component', backups, { scope }), registry)
  expect(judge(control, row('in-service', { environment: 'production' }), { rows: [] })?.is).toBe('bad')
  expect(judge(control, row('retired', { environment: 'production' }), { rows: [] })).toBeNull()
  expect(judge(control, row('in-service', { environment: 'practice' }), { rows: [] })).toBeNull()
})

describe('a declaration that names what is there no longer', () => {
  it('judges nothing but itself: unknown, and why', () => {
    const control = compiled(declared('asset', { is: 'filled', fields: ['colour'] }), registry)
    expect(control).toMatchObject({ version: -3, subject: { record: { name: 'own-control' } } })
    expect(judge(control, row('effective', { id: 'own-2' }))).toBeNull()
    const verdict = judge(control, row('effective', { id: 'own-1' }))
    expect(verdict?.is).toBe('unknown')
    expect(verdict?.text[0]).toContain('「colour」')
    expect(compiled(declared('planet', backups), registry).version).toBe(-3)
  })

  it('is refused with all of it at once', () => {
    const chain = {
      is: 'chain',
      steps: [
        { is: 'link', field: 'name' },
        { is: 'rows', rows: 'incident.title', states: ['on'] },
      ],
    }
    const scope = { states: ['flying'], field: 'environment', values: ['moon'] }
    const one = declared('component', chain, { code: 'A-01', owner: 'team', scope })
    expect(declarationFaults(one, registry).map(({ path }) => path)).toEqual([
      'code',
      'scope.states.0',
      'scope.values.0',
      'owner',
      'judges.steps.0.field',
      'judges.steps.1.rows',
      'judges.steps.1.states.0',
    ])
    expect(declarationFaults(declared('planet', backups), registry).map(({ path }) => path)).toEqual(['record'])
    const none = declared('component', { is: 'count', rows: 'backup-plan.component' })
    expect(declarationFaults(none, registry)).toMatchObject([{ path: 'judges.least', code: 'required' }])
  })
})

it('offers rows that point at a kind by a link that is indexed, and never by a secret one', () => {
  const offered = rows(registry, { record: 'component' })
  expect(offered.map(({ value }) => value)).toContain('backup-plan.component')
  for (const { value } of offered) {
    const [name = '', via = ''] = value.split('.')
    expect(registry.get(name).record.fields[via]).toMatchObject({ to: 'component', filter: true, secret: undefined })
  }
})
