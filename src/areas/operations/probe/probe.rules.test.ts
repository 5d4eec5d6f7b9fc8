import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flap, flap, type Outcome, replay, restore, step, unseen, type Verdict } from './probe.rules.ts'
import { type FlapPolicy, flapSettings, type Hysteresis, hysteresisSettings } from './probe.settings.ts'

const quick: Hysteresis = { downAfter: { n: 1, m: 1 }, upAfter: 1 }
const twoOfThree: Hysteresis = { downAfter: { n: 2, m: 3 }, upAfter: 2 }

const anyOutcome = fc.constantFrom<Outcome>('up', 'slow', 'down')
const anyHistory = fc.array(anyOutcome, { maxLength: 60 })
const anyPolicy = fc
  .record({
    n: fc.integer({ min: 1, max: 6 }),
    extra: fc.integer({ min: 0, max: 4 }),
    upAfter: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ n, extra, upAfter }): Hysteresis => ({ downAfter: { n, m: n + extra }, upAfter }))

function verdicts(outcomes: readonly Outcome[], policy: Hysteresis): Verdict[] {
  let state = unseen
  return outcomes.map((outcome) => {
    state = step(state, outcome, policy).state
    return state.verdict
  })
}

const letters = (word: string) =>
  [...word].map((c) => ({ u: 'up', s: 'slow', d: 'down', '?': 'unknown' })[c] as Outcome)
const told = (word: string, policy: Hysteresis) =>
  verdicts(letters(word), policy)
    .map((verdict) => (verdict === 'unknown' ? '?' : verdict[0]))
    .join('')

describe('step', () => {
  it.each([
    ['a first success is enough', 'u', twoOfThree, 'u'],
    ['one failure of a new probe says nothing yet', 'dudd', twoOfThree, '?udd'],
    ['a single failure is forgiven', 'uduuu', twoOfThree, 'uuuuu'],
    ['two failures of three are not', 'udud', twoOfThree, 'uuud'],
    ['one success does not end it, two do', 'uddudduu', twoOfThree, 'uudddddu'],
    ['slow needs as many as down', 'ussuu', twoOfThree, 'uussu'],
    ['back, but slowly', 'uddsuu', twoOfThree, 'uuddsu'],
    ['slow and then gone', 'ussdd', twoOfThree, 'uussd'],
    ['without hysteresis every outcome counts', 'udsdu', quick, 'udsdu'],
    ['what says nothing is no success and no failure', 'u?du', twoOfThree, 'uuuu'],
    ['after a failure it ends nothing', 'udd?ss', twoOfThree, 'uuddds'],
    ['silent as often as would make it down, it is unknown', 'u??du', twoOfThree, 'uu??u'],
    ['of something new nothing is known', '??u', quick, '??u'],
  ])('%s', (_, outcomes, policy, expected) => {
    expect(told(outcomes, policy)).toBe(expected)
  })

  it('tells of a change once, with where it came from', () => {
    const first = step(unseen, 'up', quick)
    expect(first.change).toEqual({ from: 'unknown', to: 'up' })
    expect(step(first.state, 'up', quick).change).toBeNull()
    expect(step(first.state, 'down', quick).change).toEqual({ from: 'up', to: 'down' })
  })

  it('agrees with a model that looks at the whole history each time', () => {
    fc.assert(
      fc.property(anyHistory, anyPolicy, (outcomes, policy) => {
        expect(verdicts(outcomes, policy)).toEqual(naiveVerdicts(outcomes, policy))
      }),
      { numRuns: 1_000 },
    )
  })

  it('never turns worse on a success nor better on a failure', () => {
    const rank: Record<Verdict, number> = { up: 0, slow: 1, down: 2, unknown: 3 }
    fc.assert(
      fc.property(anyHistory, anyPolicy, (outcomes, policy) => {
        let state = unseen
        for (const outcome of outcomes) {
          const { state: after, change } = step(state, outcome, policy)
          if (change && change.from !== 'unknown') {
            if (outcome === 'up') expect(rank[change.to]).toBeLessThan(rank[change.from])
            if (outcome === 'down') expect(rank[change.to]).toBeGreaterThan(rank[change.from])
          }
          state = after
        }
      }),
    )
  })

  it('can be stopped anywhere and go on from the stored verdict and the last outcomes', () => {
    fc.assert(
      fc.property(anyHistory, anyHistory, anyPolicy, (before, after, policy) => {
        const state = replay(before, policy)
        const lookBack = Math.max(policy.downAfter.m, policy.upAfter)
        const restored = restore(state.verdict, before.slice(-lookBack), policy)
        expect(restored).toEqual(state)
        expect(JSON.parse(JSON.stringify(state))).toEqual(state)
        expect(replay(after, policy, restored)).toEqual(replay([...before, ...after], policy))
        expect(state.recent.length).toBeLessThanOrEqual(lookBack)
      }),
    )
  })
})

it('a verdict whose outcomes are gone still wants its successes in a row', () => {
  const forgotten = restore('down', [], twoOfThree)
  expect(replay(['up'], twoOfThree, forgotten).verdict).toBe('down')
  expect(replay(['up', 'up'], twoOfThree, forgotten).verdict).toBe('up')
})

describe('flap', () => {
  const policy: FlapPolicy = { window: 10, changes: 6, calm: 10 }
  const minute = 60_000

  it('begins with the change that is one too many and ends after the calm', () => {
    const changes = [0, 1, 2, 3, 4, 5, 7].map((m) => m * minute)
    expect(flap(changes, 4.9 * minute, policy).flapping).toBe(false)
    expect(flap(changes, 5 * minute, policy)).toEqual({ flapping: true, since: 5 * minute, until: null, count: 6 })
    expect(flap(changes, 16.9 * minute, policy)).toEqual({ flapping: true, since: 5 * minute, until: null, count: 7 })
    const over = { flapping: false, since: 5 * minute, until: 17 * minute, count: 7 }
    expect(flap(changes, 17 * minute, policy)).toEqual(over)
    expect(flap(changes, 99 * minute, policy)).toEqual(over)
  })

  it('is not begun by as many changes spread wider than the window', () => {
    const changes = [0, 2, 4, 6, 8, 10, 12].map((m) => m * minute)
    expect(flap(changes, 12 * minute, policy).flapping).toBe(false)
  })

  it('agrees with a model that lives through every second', () => {
    const seconds = fc
      .array(fc.integer({ min: 0, max: 900 }), { maxLength: 40 })
      .map((all) => all.sort((a, b) => a - b))
    const policies = fc.record({
      window: fc.integer({ min: 1, max: 5 }),
      changes: fc.integer({ min: 2, max: 6 }),
      calm: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 1_200 }), policies, (at, now, some) => {
        const changes = at.map((second) => second * 1_000)
        expect(flap(changes, now * 1_000, some)).toEqual(naiveFlap(at, now, some))
      }),
      { numRuns: 500 },
    )
  })
})

describe('O8: 200 and 503 every 15 s for an hour, then quiet', () => {
  const timetable = [...Array(240).keys()]
    .map((i): Outcome => (i % 2 === 0 ? 'up' : 'down'))
    .concat(Array(160).fill('up'))

  function live(hysteresis: Hysteresis, flapping: FlapPolicy) {
    const changes: number[] = []
    const notices: { at: number; flap: Flap }[] = []
    let state = unseen
    timetable.forEach((outcome, i) => {
      const at = i * 15_000
      const taken = step(state, outcome, hysteresis)
      state = taken.state
      if (taken.change && taken.change.from !== 'unknown') changes.push(at)
      const latest = flap(changes, at, flapping)
      if (latest.flapping !== (notices.at(-1)?.flap.flapping ?? false)) notices.push({ at, flap: latest })
    })
    return { changes, notices, verdict: state.verdict }
  }

  it('gives one notice that it flaps and one that it ended, with the count', () => {
    const { changes, notices, verdict } = live(quick, flapSettings.parse({}))
    expect(changes).toHaveLength(240)
    expect(notices.map(({ flap: { flapping, count } }) => ({ flapping, count }))).toEqual([
      { flapping: true, count: 6 },
      { flapping: false, count: 240 },
    ])
    expect(notices[0]!.at).toBe(6 * 15_000)
    expect(notices[1]!.at).toBe(240 * 15_000 + 10 * 60_000)
    expect(verdict).toBe('up')
  })

  it('is one plain outage under the usual hysteresis: nothing flaps', () => {
    const { changes, notices } = live(hysteresisSettings.parse({}), flapSettings.parse({}))
    expect(changes).toHaveLength(2)
    expect(notices).toEqual([])
  })
})

/** Written from the wording of the rule, over absolute positions in the whole history. */
function naiveVerdicts(outcomes: readonly Outcome[], { downAfter: { n, m }, upAfter }: Hysteresis): Verdict[] {
  const result: Verdict[] = []
  for (let i = 0; i < outcomes.length; i++) {
    const before = result[i - 1] ?? 'unknown'
    let downs = 0
    let notUps = 0
    for (let j = Math.max(0, i - m + 1); j <= i; j++) {
      if (outcomes[j] === 'down') downs++
      if (outcomes[j] !== 'up') notUps++
    }
    let ups = 0
    while (outcomes[i - ups] === 'up') ups++
    let answers = 0
    while (i - answers >= 0 && outcomes[i - answers] !== 'down') answers++

    let verdict = before
    if (outcomes[i] === 'down' && downs >= n) verdict = 'down'
    else if (before === 'unknown') verdict = outcomes[i] === 'down' ? 'unknown' : outcomes[i]!
    else if (ups >= upAfter) verdict = 'up'
    else if (before === 'down' && answers >= upAfter) verdict = 'slow'
    else if (before === 'up' && outcomes[i] !== 'up' && notUps >= n) verdict = 'slow'
    result.push(verdict)
  }
  return result
}

function naiveFlap(changes: readonly number[], now: number, policy: FlapPolicy): Flap {
  let latest: Flap = { flapping: false, since: null, until: null, count: 0 }
  let last = -1
  let forgotten = -1 // changes up to here no longer count: they belonged to a flapping that is over
  for (let second = 0; second <= now; second++) {
    if (latest.flapping && second - last >= policy.calm * 60) {
      latest = { ...latest, flapping: false, until: second * 1_000 }
      forgotten = last
    }
    for (const [i, at] of changes.entries()) {
      if (at !== second) continue
      last = at
      if (latest.flapping) {
        latest = { ...latest, count: latest.count + 1 }
        continue
      }
      const near = changes.filter((c, j) => j <= i && c > forgotten && second - c < policy.window * 60)
      if (near.length >= policy.changes) {
        latest = { flapping: true, since: second * 1_000, until: null, count: near.length }
      }
    }
  }
  return latest
}
