import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Due, planOf } from './plan.rules.ts'

const due = (id: number, more: Partial<Due> = {}): Due => ({
  id: String(id),
  to: '',
  held: false,
  tried: false,
  ...more,
})

/** Lets messages come in and asks for a plan as the post does, until nothing is left; answers when each bundle went. */
function storm(comes: readonly { at: number; one: Due }[], perMinute: number, turn = 1_000) {
  const used: number[] = []
  const sent: { at: number; bundle: readonly Due[] }[] = []
  let waiting: Due[] = []
  const coming = [...comes].sort((a, b) => a.at - b.at)
  for (let now = 0; coming.length > 0 || waiting.length > 0; now += turn) {
    while ((coming[0]?.at ?? Number.POSITIVE_INFINITY) <= now) waiting.push(coming.shift()?.one as Due)
    const { out } = planOf(waiting, used, perMinute, now)
    for (const bundle of out) {
      used.push(now)
      sent.push({ at: now, bundle })
    }
    const gone = new Set(out.flat())
    waiting = waiting.filter((one) => !gone.has(one))
  }
  return sent
}

describe('a robot that bans after 20 a minute (O10)', () => {
  const alarms = Array.from({ length: 200 }, (_, i) => ({ at: i * 300, one: due(i) }))

  it('gets 200 alarms of one minute in at most 20 messages of any minute, and each of them once', () => {
    const sent = storm(alarms, 20)
    for (const { at } of sent)
      expect(sent.filter((one) => one.at > at - 60_000 && one.at <= at).length).toBeLessThan(21)
    expect(sent.flatMap(({ bundle }) => bundle.map(({ id }) => id)).sort()).toEqual(
      alarms.map(({ one }) => one.id).sort(),
    )
  })

  it('tells the first at once, and the last within seven seconds', () => {
    const sent = storm(alarms, 20)
    expect(sent[0]).toMatchObject({ at: 0, bundle: [{ id: '0' }] })
    for (const { at, one } of alarms) {
      const told = sent.find(({ bundle }) => bundle.includes(one))?.at ?? Number.NaN
      expect(told - at).toBeLessThan(7_000)
    }
  })
})

it('never sends more than allowed in any minute, and loses or repeats nothing, whatever comes', () => {
  const one = fc.record({
    at: fc.integer({ min: 0, max: 180_000 }),
    to: fc.constantFrom('', 'a', 'b'),
    held: fc.boolean(),
    tried: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 80 }), fc.integer({ min: 1, max: 30 }), (all, perMinute) => {
      const comes = all.map(({ at, ...more }, i) => ({ at, one: due(i, more) }))
      const sent = storm(comes, perMinute)
      for (const { at } of sent)
        expect(sent.filter((other) => other.at > at - 60_000 && other.at <= at).length).toBeLessThanOrEqual(perMinute)
      for (const { bundle } of sent) expect(new Set(bundle.map(({ to }) => to)).size).toBe(1)
      expect(sent.flatMap(({ bundle }) => bundle.map(({ id }) => Number(id))).sort((a, b) => a - b)).toEqual(
        comes.map((_, i) => i),
      )
    }),
    { numRuns: 60 },
  )
})

describe('without a limit', () => {
  it('a few go singly, a heap for one person goes together, and so does what was held back', () => {
    const few = [due(1, { to: 'a' }), due(2, { to: 'a' }), due(3, { to: 'b' })]
    expect(planOf(few, [], null, 0).out).toEqual(few.map((one) => [one]))
    const heap = Array.from({ length: 4 }, (_, i) => due(i, { to: 'a' }))
    expect(planOf(heap, [], null, 0).out).toEqual([heap])
    const held = [due(1, { to: 'a', held: true }), due(2, { to: 'a', held: true }), due(3, { to: 'a' })]
    expect(planOf(held, [], null, 0).out).toEqual([[held[2]], [held[0], held[1]]])
  })

  it('what is tried again goes by itself', () => {
    const all = Array.from({ length: 5 }, (_, i) => due(i, { to: 'a', tried: i === 0 }))
    expect(planOf(all, [], null, 0).out).toEqual([[all[0]], all.slice(1)])
  })
})
