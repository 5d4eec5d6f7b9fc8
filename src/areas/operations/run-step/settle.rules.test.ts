import { describe, expect, test } from 'vitest'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { stepSchema } from '../runbook/step.rules.ts'
import type { AttemptOutcome, Evidence } from './evidence.rules.ts'
import { canBeConfirmed, canBeRetried, notAHand, type StepRow } from './run-step.rules.ts'
import { proofPatienceMs, settled, type Tried } from './settle.rules.ts'

const now = '2026-11-24T01:00:00.000Z'
const later = (ms: number) => new Date(Date.parse(now) + ms).toISOString()

const plan = (more: object = {}) =>
  stepSchema.parse({
    key: 'a',
    title: ['启动', 'Start'],
    instructions: '启动',
    expected: '就绪',
    makerPost: 'p',
    mode: 'command',
    components: ['front'],
    action: 'start',
    ...more,
  })
const told = (more: object = {}, state = 'doing', evidence: Evidence[] = []) => ({
  state,
  plan: plan(more),
  evidence,
  unknownAt: state === 'unknown' ? now : null,
})
const tried = (n: number, outcome: AttemptOutcome | null): Tried => ({
  n,
  componentCode: `c${n}`,
  action: 'start',
  outcome,
  exitCode: outcome === 'failed' ? 1 : null,
  state: outcome === null ? 'launched' : 'ended',
  endedAt: outcome === null ? null : now,
  outputDigest: 'd',
})
const up = { outcome: 'up', note: '' } as const
const down = { outcome: 'down', note: 'refused' } as const
const verbOf = (...args: Parameters<typeof settled>) => settled(...args)?.verb ?? null

describe('what follows from a command', () => {
  test.each<[AttemptOutcome | null, string | null]>([
    [null, null],
    ['ok', 'done'],
    ['failed', 'fail'],
    ['refused', 'fail'],
    ['timed-out', 'time-out'],
    ['unknown', 'lose'],
  ])('that ended %s is %s', (outcome, verb) => expect(verbOf(told(), [tried(1, outcome)], null, now)).toBe(verb))

  test('nothing while one of several still runs, and then the worst of them', () => {
    expect(verbOf(told(), [tried(1, 'failed'), tried(2, null)], null, now)).toBe(null)
    expect(verbOf(told(), [tried(1, 'failed'), tried(2, 'timed-out'), tried(3, 'ok')], null, now)).toBe('time-out')
    expect(verbOf(told(), [tried(1, 'timed-out'), tried(2, 'unknown')], null, now)).toBe('lose')
  })

  test('is believed when its proof agrees, and after a while no more', () => {
    const proven = told({ proof: 'PRB-1' })
    expect(verbOf(proven, [tried(1, 'ok')], null, now)).toBe(null)
    expect(verbOf(proven, [tried(1, 'ok')], up, now)).toBe('done')
    expect(verbOf(proven, [tried(1, 'ok')], down, later(proofPatienceMs - 1))).toBe('update')
    expect(verbOf(proven, [tried(1, 'ok')], down, later(proofPatienceMs))).toBe('fail')
    expect(verbOf(told({ proof: 'PRB-1', expect: 'down' }), [tried(1, 'ok')], down, now)).toBe('done')
  })

  test('leaves the last word to the maker where a note is wanted', () => {
    const noted = settled(told({ evidence: 'note' }), [tried(1, 'ok')], null, now)
    expect(noted?.verb).toBe('update')
    expect(settled(told({ evidence: 'note' }, 'doing', noted?.evidence), [tried(1, 'ok')], null, now)).toBe(null)
  })
})

test('a step by probe closes when its probe agrees', () => {
  const probed = told({ mode: 'probe', action: undefined, components: [], probe: 'PRB-1' })
  expect(verbOf(probed, [], null, now)).toBe(null)
  expect(verbOf(probed, [], down, now)).toBe(null)
  expect(verbOf(probed, [], { outcome: 'slow', note: '' }, now)).toBe('done')
})

describe('an unknown outcome', () => {
  const lost = (evidence: Evidence[] = []) => told({ proof: 'PRB-1' }, 'unknown', evidence)
  const rowOf = (evidence: Evidence[], more: Partial<StepRow> = {}): StepRow => ({
    plan: plan({ proof: 'PRB-1' }),
    hands: ['li'],
    maker: 'li',
    checkerPost: null,
    evidence,
    note: null,
    unknownAt: now,
    rejectedBy: null,
    ...more,
  })
  const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code)
  const li: PersonActor = {
    kind: 'person',
    id: 'li',
    name: '李',
    roles: [],
    team: null,
    department: null,
    posts: [],
    departments: [],
    grants: [],
    today: '2026-11-25',
    lang: 'zh',
    via: 'test',
  }
  const moment = { actor: li, now }

  test('keeps what its probe says, once until it says something else', () => {
    const first = settled(lost(), [], down, later(1))
    expect(first).toMatchObject({ verb: 'update', evidence: [{ kind: 'reading', agrees: false }] })
    expect(settled(lost(first?.evidence), [], down, later(2))).toBe(null)
    expect(settled(lost(first?.evidence), [], up, later(3))?.evidence).toHaveLength(2)
  })

  test('is neither confirmed nor tried again before it was looked at', () => {
    expect(codes(canBeConfirmed(rowOf([])))).toEqual(['not-probed'])
    expect(codes(canBeRetried(rowOf([]), moment))).toEqual(['not-probed'])
    const bare = rowOf([], { plan: plan() })
    expect(codes(canBeConfirmed(bare))).toEqual(['note-wanted'])
    expect(codes(canBeRetried(bare, moment))).toEqual(['note-wanted'])
    expect(canBeRetried({ ...bare, note: '进程不在' }, moment)).toEqual([])
  })

  test('is confirmed when the probe sees it, and tried again only when it does not', () => {
    const seen = rowOf(settled(lost(), [], up, later(1))?.evidence ?? [])
    const unseen = rowOf(settled(lost(), [], down, later(1))?.evidence ?? [])
    expect(canBeConfirmed(seen)).toEqual([])
    expect(codes(canBeRetried(seen, moment))).toEqual(['already-so'])
    expect(codes(canBeConfirmed(unseen))).toEqual(['probe-disagrees'])
    expect(canBeRetried(unseen, moment)).toEqual([])
  })

  test('a reading from before it was lost counts for nothing', () => {
    const old = settled(told({ proof: 'PRB-1' }), [tried(1, 'ok')], up, later(-1))?.evidence ?? []
    expect(codes(canBeConfirmed(rowOf(old)))).toEqual(['not-probed'])
  })

  test('who had it in hand never checks it, and neither does nobody', () => {
    expect(codes(notAHand(rowOf([]), moment))).toEqual(['same-person'])
    expect(codes(notAHand(rowOf([]), { actor: asSystem('import'), now }))).toEqual(['same-person'])
    expect(notAHand(rowOf([]), { actor: { ...li, id: 'wang' }, now })).toEqual([])
  })
})
