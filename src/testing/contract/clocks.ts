import { beforeAll, describe, expect, it } from 'vitest'
import { target } from '../../areas/administration/target/target.record.ts'
import { asSystem } from '../../record/actor.ts'
import { type AnyRecord, clocksOf, startOf, type Transition, transitionOf } from '../../record/record.ts'
import type { Subject } from './subject.ts'

/** Every clock of a record begins, stands and ends where its declaration says, whatever way its states are reached. */
export function clocksContract(record: AnyRecord, given: () => Subject): void {
  const clocks = clocksOf(record)
  if (clocks.length === 0) return
  describe('its clocks', () => {
    beforeAll(async () => {
      const { world } = given()
      const calendar = await workedAlways(given())
      await world.app.inTx(asSystem('test'), async (tx) => {
        for (const [clock] of clocks) {
          const rule = { record: record.name, clock, when: [] }
          await tx.create(target, { name: clock, rule, minutes: 10_000, calendar })
        }
      })
    })

    it.each(record.states as string[])('as declared on the way to %s', async (state) => {
      const { world, record: own, body } = given()
      const { app } = world
      const id = await world.make(own)
      const verbs = wayTo(own, state)
      for (const verb of verbs) {
        const { version: _version, signature: _signature, ...values } = await body(verb, 1, false)
        await app.inTx(asSystem('test'), (tx) => tx.act(own, id, verb, values as never))
      }
      const rows = await app.sql<{ name: string; state: string }>(
        'select name, state from clock where record_id = $1 order by name',
        [id],
      )
      expect(Object.fromEntries(rows.map(({ name, state: stands }) => [name, stands]))).toEqual(expected(own, verbs))
    })
  })
}

/** What the declaration says of each clock after these verbs; a clock that has not begun is not there. */
function expected(record: AnyRecord, verbs: readonly string[]): Record<string, string> {
  const passed = [startOf(record), ...verbs.map((verb) => transitionOf(record, verb)?.to as string)]
  const now = passed.at(-1) as string
  return Object.fromEntries(
    clocksOf(record).flatMap(([clock, { from, until, pauseIn = [] }]) => {
      const first = from ? passed.findIndex((state, n) => from.includes(state) || from.includes(verbs[n - 1] ?? '')) : 0
      if (first < 0) return []
      const ended = until.includes(now) || verbs.slice(Math.max(0, first - 1)).some((verb) => until.includes(verb))
      return [[clock, ended ? 'met' : pauseIn.includes(now) ? 'paused' : 'running']]
    }),
  )
}

/** The shortest way from the first state, as the system may go it. */
function wayTo(record: AnyRecord, state: string): string[] {
  const ways = new Map<string, string[]>([[startOf(record), []]])
  for (const [from, way] of ways) {
    for (const [verb, transition] of Object.entries(record.transitions as Record<string, Transition>)) {
      if ([transition.from].flat().includes(from) && !ways.has(transition.to)) ways.set(transition.to, [...way, verb])
    }
  }
  return ways.get(state) ?? []
}

async function workedAlways({ world }: Subject): Promise<string> {
  const { app } = world
  const id = await world.link('working-calendar')
  const [row] = await app.sql<{ state: string }>('select state from working_calendar where id = $1', [id])
  const { record } = app.engine.registry.get('working-calendar')
  if (row?.state === 'draft') await app.inTx(asSystem('test'), (tx) => tx.act(record, id, 'approve'))
  return id
}
