import { expect, test } from 'vitest'
import { kept, windowOf } from './periodic-duty.rules.ts'

test('its window lies around the moment at which it is due', () => {
  const due = Date.parse('2026-11-25T01:00:00.000Z')
  expect(windowOf({ opensBefore: 60, closesAfter: 90 }, due)).toEqual({
    opensAt: '2026-11-25T00:00:00.000Z',
    dueBy: '2026-11-25T01:00:00.000Z',
    closesAt: '2026-11-25T02:30:00.000Z',
  })
})

test('one missed of a thousand is not all of them, and what is still open counts for neither', () => {
  const done = Array.from({ length: 1_999 }, () => ({ state: 'done', late: false }))
  expect(kept([...done, { state: 'missed', late: false }, { state: 'due', late: false }])).toEqual({
    ...{ onTime: 1_999, late: 0, missed: 1 },
    rate: 99.9,
  })
  expect(kept([{ state: 'done', late: true }])).toEqual({ onTime: 0, late: 1, missed: 0, rate: 100 })
  expect(kept([{ state: 'to-sign', late: false }])).toMatchObject({ rate: null })
})
