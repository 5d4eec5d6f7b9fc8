import { describe, expect, it } from 'vitest'
import { type Course, linesOf, measure, scoreOf } from './measure.rules.ts'

const at = (time: string) => `2026-11-24T${time}.000Z`
const course = (more: Partial<Course> = {}): Course => ({
  startedAt: at('08:00:00'),
  faults: [at('08:10:00')],
  troubles: [{ is: 'alarm', at: at('08:10:30'), wellAt: at('08:31:00') }],
  decidedAt: at('08:14:00'),
  carriedOutAt: at('08:40:00'),
  ...more,
})

describe('the times of a drill', () => {
  it('run from its first fault to the alarm, the decision, and when all is well', () => {
    expect(measure(course())).toMatchObject({
      zeroAt: at('08:10:00'),
      detectedAt: at('08:10:30'),
      restoredAt: at('08:31:00'),
      detectTook: 0.5,
      decideTook: 4,
      restoreTook: 21,
    })
  })

  it('round up: what took a second longer never looks as if it had not', () => {
    expect(measure(course({ decidedAt: at('08:20:01') })).decideTook).toBe(10.1)
  })

  it('take what was noticed first, alarm or incident, and nothing from before the fault', () => {
    const troubles: Course['troubles'] = [
      { is: 'alarm', at: at('08:05:00'), wellAt: at('08:06:00') },
      { is: 'incident', at: at('08:11:00'), wellAt: null },
      { is: 'alarm', at: at('08:12:00'), wellAt: at('08:20:00') },
      { is: 'alarm', at: at('08:13:00'), wellAt: at('08:25:00') },
    ]
    expect(measure(course({ troubles }))).toMatchObject({ detectedAt: at('08:11:00'), restoredAt: at('08:25:00') })
  })

  it('are not restored while one alarm is not well', () => {
    const troubles: Course['troubles'] = [
      { is: 'alarm', at: at('08:12:00'), wellAt: at('08:20:00') },
      { is: 'alarm', at: at('08:13:00'), wellAt: null },
    ]
    expect(measure(course({ troubles }))).toMatchObject({ restoredAt: null, restoreTook: null })
  })

  it('end with the runbook where nothing alarmed, and begin with the drill where nothing was made to fail', () => {
    expect(measure(course({ faults: [], troubles: [] }))).toMatchObject({
      zeroAt: at('08:00:00'),
      detectedAt: null,
      restoredAt: at('08:40:00'),
      restoreTook: 40,
    })
  })
})

describe('the objectives', () => {
  const objectives = { detectMinutes: 5, decideMinutes: 10, restoreMinutes: 30, lossMinutes: 0 }
  const took = { detectTook: 5, decideTook: 10.1, restoreTook: null, loss: null }

  it('are met up to their minute, and missed by what never came', () => {
    expect(linesOf(objectives, took, 'live').map(({ name, met }) => [name, met])).toEqual([
      ['detect', true],
      ['decide', false],
      ['restore', false],
    ])
  })

  it('ask of a table-top drill nothing that only happens live, and of data only what was looked at', () => {
    expect(linesOf(objectives, { ...took, loss: 1 }, 'tabletop').map(({ name }) => name)).toEqual([
      'decide',
      'restore',
      'loss',
    ])
  })
})

it('the score is of a hundred, once all marks are given', () => {
  const marks = { alertScore: 5, commandScore: 4, handsScore: 4, speechScore: 3, planScore: 4 }
  expect(scoreOf(marks)).toBe(80)
  expect(scoreOf({ ...marks, planScore: null })).toBeNull()
})
