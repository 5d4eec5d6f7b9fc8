import { describe, expect, it } from 'vitest'
import { jobFaults, withinWindow } from './archive-job.rules.ts'

const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const within = (windowFrom: string, windowTo: string, time: string) => withinWindow({ windowFrom, windowTo }, at(time))

describe('the hours of a job', () => {
  it.each([
    ['20:00', '23:00', '19:59', false],
    ['20:00', '23:00', '20:00', true],
    ['20:00', '23:00', '22:59', true],
    ['20:00', '23:00', '23:00', false],
    ['20:00', '06:00', '23:59', true],
    ['20:00', '06:00', '00:00', true],
    ['20:00', '06:00', '06:00', false],
    ['20:00', '06:00', '12:00', false],
    ['8 pm', '06:00', '23:00', false],
  ])('from %s to %s, at %s: %s', (from, to, time, is) => expect(within(from, to, time)).toBe(is))
})

it('every fault of a job is said at once', () => {
  const good = { source: 'trading', target: 'history', windowFrom: '20:00', windowTo: '06:00' }
  const codes = (more: object) => jobFaults({ ...good, ...more }).map(({ path, code }) => `${path} ${code}`)
  expect(codes({})).toEqual([])
  expect(codes({ target: 'trading', windowFrom: 'x', windowTo: 'x' })).toEqual([
    ...['windowFrom time', 'windowTo time', 'windowTo empty-window', 'target same'],
  ])
})
