import { expect, test } from 'vitest'
import { type PlanRun, placeIn, scaleOf, stretchIn, ticksOf } from './plan.ts'

const at = (time: string) => `2026-11-25T${time}:00.000Z`
const run: PlanRun = {
  runbook: { number: 'RBK', code: 'opening', title: '开市', titleEn: null },
  ...{ startBy: 'hand', dueAt: at('00:00'), run: null },
  steps: [
    {
      ...{ key: 'a', position: 1, title: 'a', titleEn: null, plannedFrom: at('00:00'), plannedTo: at('00:10') },
      ...{
        deadlineAt: at('00:40'),
        startedAt: null,
        endedAt: null,
        state: null,
        isLate: false,
        isLong: false,
        usual: null,
      },
    },
  ],
}

test('a run is drawn from its first to its last, the deadline among them, and its axis has some whole minutes', () => {
  const scale = scaleOf(run, Date.parse(at('09:00')))
  expect(scale).toEqual({ from: Date.parse('2026-11-24T23:59:00.000Z'), to: Date.parse(at('00:41')) })
  expect(ticksOf(scale).map((ms) => new Date(ms).toISOString().slice(11, 16))).toEqual([
    '00:00',
    '00:10',
    '00:20',
    '00:30',
    '00:40',
  ])
})

test('what lies outside stands at the edge, and nothing is too short to be seen', () => {
  const scale = { from: 0, to: 100_000 }
  expect([placeIn(scale, -5), placeIn(scale, 50_000), placeIn(scale, 200_000)]).toEqual([0, 50, 100])
  expect(stretchIn(scale, new Date(99_999).toISOString(), 100_000)).toEqual({ left: 99.4, width: 0.6 })
})
