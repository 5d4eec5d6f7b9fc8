import { describe, expect, test } from 'vitest'
import { goldExchange } from '../../calendar/calendar.data.ts'
import { ribbonOf } from '../../calendar/calendar.rules.ts'
import { agendaOf } from './agenda.ts'
import { axisOf, placeOf } from './axis.ts'
import { barsOf } from './bars.ts'
import type { DueItem, DueRun } from './due.ts'
import { apartFrom, groupsOf, lanesOf } from './lanes.ts'
import type { RunOfDay } from './ribbon-items.ts'

const at = (wall: string) => Date.parse(`${wall}+08:00`)
const iso = (wall: string) => new Date(at(wall)).toISOString()

function due(code: string, dueAt: string | null, run: Partial<DueRun> | null = null): DueItem {
  const whole = {
    id: code,
    number: code,
    state: 'in-progress',
    startedAt: dueAt,
    settled: 0,
    total: 0,
    late: 0,
    troubled: 0,
  }
  return {
    runbook: { id: code, number: code, code, title: code, titleEn: null, kind: 'other' },
    dueAt,
    run: run ? ({ ...whole, ...run } as DueRun) : null,
  }
}

describe('the agenda', () => {
  const names = (entries: readonly { kind: string; at: string | null }[]) =>
    entries.map((entry) => ('item' in entry ? (entry.item as DueItem).runbook.code : `${entry.at?.slice(11, 16)}`))

  test('at 08:50 the late opening and the next bell are for now, the closing comes, the backup is done', () => {
    const items = [
      due('closing', iso('2026-11-24T15:35:00')),
      due('opening', iso('2026-11-24T08:40:00')),
      due('backup', iso('2026-11-24T07:00:00'), { state: 'finished', startedAt: iso('2026-11-24T07:01:00') }),
    ]
    const agenda = agendaOf(items, goldExchange, '2026-11-24', at('2026-11-24T08:50:00'))
    expect(names(agenda.now)).toEqual(['opening', '01:00'])
    expect(agenda.now[0]).toMatchObject({ state: 'late' })
    expect(names(agenda.coming)).toEqual(['03:30', '05:30', '07:30', 'closing'])
    expect(names(agenda.done)).toEqual(['backup'])
  })

  test('what falls due within the hour is for now, though it is not late', () => {
    const agenda = agendaOf(
      [due('closing', iso('2026-11-24T15:35:00'))],
      goldExchange,
      '2026-11-24',
      at('2026-11-24T15:00:00'),
    )
    expect(agenda.now.find(({ kind }) => kind === 'run')).toMatchObject({ state: 'due' })
    expect(agenda.coming).toEqual([])
  })

  test('without a calendar what is due still stands, without the bells', () => {
    const agenda = agendaOf([due('drill', null)], null, null, at('2026-11-24T15:00:00'))
    expect(names(agenda.now)).toEqual(['drill'])
  })
})

describe('the axis of the day', () => {
  const axisFor = (day: string) => {
    const segments = ribbonOf(goldExchange, day)
    if (segments === 'unknown') throw new Error(`no ribbon for ${day}`)
    return axisOf(segments)
  }

  test('time never runs backwards on it, from one end to the other', () => {
    const axis = axisFor('2026-11-23') // Monday: holds the weekend
    const places = [...Array(400).keys()].map((n) => placeOf(axis, at('2026-11-20T18:00:00') + n * 11 * 60_000))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(placeOf(axis, at('2026-11-20T17:00:00'))).toBe(0)
    expect(placeOf(axis, at('2026-11-23T18:00:00'))).toBe(1)
  })

  test('a weekend takes no more room than a night', () => {
    const fold = (day: string) => axisFor(day).pieces.find(({ folded }) => folded)
    expect(fold('2026-11-23')?.weight).toBe(fold('2026-11-24')?.weight)
    expect(axisFor('2026-11-23').weight).toBe(axisFor('2026-11-24').weight)
  })

  test('the hours before the first bell keep their full width after a week of holidays', () => {
    const axis = axisFor('2026-10-08')
    const width = placeOf(axis, at('2026-10-08T09:00:00')) - placeOf(axis, at('2026-10-08T08:00:00'))
    expect(width * axis.weight).toBeCloseTo(60)
  })
})

describe('on the ribbon', () => {
  const x = (ms: number) => (ms - at('2026-11-24T08:00:00')) / 60_000
  const place = { x, width: 600, now: at('2026-11-24T10:00:00'), day: '2026-11-24', lang: 'zh' as const }
  const run = (title: string, from: string, to: string | null) =>
    ({
      id: title,
      number: title,
      title,
      titleEn: null,
      state: to ? 'finished' : 'in-progress',
      createdAt: iso(from),
      finishedAt: to && iso(to),
    }) as RunOfDay

  test('a run in progress reaches until now, a finished one until its end', () => {
    const [done, going] = barsOf(
      [run('开市', '2026-11-24T08:10:00', '2026-11-24T08:50:00'), run('重启', '2026-11-24T09:30:00', null)],
      [],
      place,
    )
    expect(done).toMatchObject({ left: 10, width: 40, tone: 'kept', hollow: false })
    expect(going).toMatchObject({ left: 90, width: 30, tone: 'progress' })
  })

  test('what was not begun is an outline at its time, amber once that has passed', () => {
    const items = [due('开市', iso('2026-11-24T08:40:00')), due('闭市', iso('2026-11-24T15:35:00')), due('随时', null)]
    const bars = barsOf([], items, place)
    expect(bars.map(({ label, hollow, tone, left }) => [label, hollow, tone, left])).toEqual([
      ['开市', true, 'late', 40],
      ['闭市', true, 'start', 455],
    ])
  })

  test('names that would run into each other take lanes of their own; at the end a name stands before its bar', () => {
    const bars = barsOf(
      [
        run('开市', '2026-11-24T08:10:00', '2026-11-24T08:20:00'),
        run('巡检', '2026-11-24T08:30:00', '2026-11-24T08:40:00'),
      ],
      [due('备份', iso('2026-11-24T17:50:00'))],
      place,
    )
    expect(bars.map(({ lane }) => lane)).toEqual([0, 1, 0])
    expect(bars[2]).toMatchObject({ labelEnd: 'end' })
  })

  test('lanes are filled again once they are free, and marks that would lie on each other are gathered', () => {
    expect(
      lanesOf([
        { left: 0, right: 50 },
        { left: 20, right: 60 },
        { left: 70, right: 90 },
      ]),
    ).toEqual([0, 1, 0])
    expect(groupsOf([30, 1, 5, 33], (n) => n, 12)).toEqual([
      [1, 5],
      [30, 33],
    ])
    expect(apartFrom([0, 20, 40, 90], (n) => n, 36)).toEqual([0, 40, 90])
  })
})
