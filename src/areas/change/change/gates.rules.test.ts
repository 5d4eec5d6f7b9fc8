import { describe, expect, it } from 'vitest'
import { type Facts, gateFaults, gatesOf } from './gates.rules.ts'

const facts = (more: Partial<Facts> = {}, plan: Partial<Facts['plan']> = {}): Facts => ({
  plan: {
    kind: 'normal',
    components: ['a'],
    plannedStart: '2026-11-24T10:00:00.000Z',
    plannedEnd: '2026-11-24T12:00:00.000Z',
    freezeReason: null,
    clashReason: null,
    rollbackSteps: '装回旧版',
    tests: [{ what: '登录', expected: '成功' }],
    backupOf: ['a'],
    backupHours: 24,
    noBackupReason: null,
    backupWaiver: null,
    ...plan,
  },
  now: '2026-11-24T10:30:00.000Z',
  phase: 'starting',
  unfit: [],
  risk: 'low',
  template: null,
  misfits: null,
  freezes: [],
  clashes: [],
  runbook: { title: '升级', titleEn: 'Upgrade', effective: true },
  rollbackRunbook: null,
  backups: [{ name: '结算', takenAt: '2026-11-24T08:00:00.000Z', proof: 'BKP-1' }],
  crew: [
    { post: '值班操作岗', people: [{ id: '1', name: '李' }], checks: false },
    { post: '值班复核岗', people: [{ id: '2', name: '王' }], checks: true },
  ],
  board: { wanted: 'no', advised: null },
  ...more,
})

const lacking = (of: Facts) => gateFaults(gatesOf(of)).map(({ path, code }) => `${path} ${code}`)

describe('the gates of a change', () => {
  it('all hold for a sound one', () => expect(lacking(facts())).toEqual([]))

  it('say at once everything that is missing', () => {
    const bare = facts(
      { risk: null, runbook: null, crew: [], backups: [] },
      { components: [], plannedStart: null, plannedEnd: null, rollbackSteps: null, tests: [], backupOf: [] },
    )
    expect(lacking(bare)).toEqual([
      'components gate-components',
      'answers gate-risk',
      'plannedStart gate-window',
      'runbook gate-runbook',
      'rollbackSteps gate-rollback',
      'tests gate-tests',
      'backupOf gate-backup',
    ])
  })

  it('ask for a proven backup younger than the plan says, once the work begins', () => {
    const old = { backups: [{ name: '结算', takenAt: '2026-11-23T10:29:59.000Z', proof: 'BKP-1' }] }
    expect(lacking(facts(old))).toEqual([' gate-backup'])
    expect(lacking(facts({ ...old, phase: 'planning' }))).toEqual([])
    const edge = { backups: [{ name: '结算', takenAt: '2026-11-23T10:30:00.000Z', proof: 'BKP-1' }] }
    expect(lacking(facts(edge))).toEqual([])
    expect(lacking(facts({ backups: [{ name: '结算', takenAt: null, proof: null }] }))).toEqual([' gate-backup'])
  })

  it('ask for two people on duty', () => {
    const alone = [{ post: '岗', people: [{ id: '1', name: '李' }], checks: true }]
    expect(lacking(facts({ crew: alone }))).toEqual([' gate-crew'])
    expect(lacking(facts({ crew: [{ post: '岗', people: [], checks: false }] }))).toEqual([' gate-crew'])
  })

  it('keep to the window, and out of freezes without a reason', () => {
    expect(lacking(facts({ now: '2026-11-24T09:59:59.000Z' }))).toEqual(['plannedStart gate-window'])
    expect(lacking(facts({ now: '2026-11-24T12:00:00.000Z', backups: facts().backups }))).toEqual([
      'plannedEnd gate-window',
    ])
    const freeze = {
      from: '2026-11-24T11:00:00.000Z',
      to: '2026-11-24T13:00:00.000Z',
      title: ['年终', 'Year’s end'] as const,
      by: 'hand' as const,
      number: 'FRZ-1',
    }
    expect(lacking(facts({ freezes: [freeze] }))).toEqual(['plannedStart gate-freeze'])
    expect(lacking(facts({ freezes: [freeze] }, { freezeReason: '交易所要求' }))).toEqual([])
    expect(lacking(facts({ freezes: null }))).toEqual(['plannedStart gate-freeze'])
  })

  it('name every clash: the same component never, a related one with a reason', () => {
    const other = {
      number: 'CHG-1',
      title: '换网卡',
      state: 'scheduled',
      from: '2026-11-24T11:00:00.000Z',
      to: '2026-11-24T13:00:00.000Z',
    }
    const same = { ...other, same: ['结算'], related: [] }
    const near = { ...other, number: 'CHG-2', same: [], related: ['数据库'] }
    expect(lacking(facts({ clashes: [same, near] }))).toEqual(['plannedStart gate-clash', 'clashReason gate-clash'])
    expect(lacking(facts({ clashes: [near] }, { clashReason: '互不影响' }))).toEqual([])
    expect(lacking(facts({ clashes: [same] }, { clashReason: '互不影响' }))).toEqual(['plannedStart gate-clash'])
  })

  it('let an emergency begin without a window, a freeze or, with a reason, a backup', () => {
    const bare = { kind: 'emergency' as const, plannedStart: null, plannedEnd: null }
    const none = [{ name: '结算', takenAt: null, proof: null }]
    expect(lacking(facts({ backups: none }, bare))).toEqual([' gate-backup'])
    expect(lacking(facts({ backups: none }, { ...bare, backupWaiver: '系统已停' }))).toEqual([])
    expect(lacking(facts({}, { ...bare, rollbackSteps: null }))).toEqual(['rollbackSteps gate-rollback'])
  })

  it('ask for advice in favour where it is wanted, and say what a board has said in any case', () => {
    const advised = (advice: 'approve' | 'conditions' | 'reject', conditions: string | null = null) => ({
      ...{ number: 'CAB-1', advice, conditions },
    })
    const of = (board: Facts['board']) => gatesOf(facts({ board })).find(({ code }) => code === 'advice')?.is
    expect(of({ wanted: 'no', advised: null })).toBeUndefined()
    expect(of({ wanted: 'later', advised: null })).toBe('later')
    expect(of({ wanted: 'now', advised: null })).toBe('lacks')
    expect(of({ wanted: 'now', advised: advised('reject') })).toBe('lacks')
    expect(of({ wanted: 'now', advised: advised('approve') })).toBe('holds')
    expect(of({ wanted: 'no', advised: advised('conditions', '先演练') })).toBe('holds')
  })

  it('hold a standard change to its template', () => {
    const standard = { kind: 'standard' as const }
    expect(lacking(facts({}, standard))).toEqual(['template gate-template'])
    const template = { effective: true, expired: false, beyond: [] }
    expect(lacking(facts({ template }, standard))).toEqual([])
    expect(
      lacking(facts({ template: { ...template, expired: true, beyond: ['前置'] }, risk: 'high' }, standard)),
    ).toEqual(['template gate-template', 'components gate-template', 'kind gate-template'])
  })
})
