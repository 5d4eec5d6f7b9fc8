import { describe, expect, it } from 'vitest'
import { registry } from '../../../app/records.ts'
import { dawnIn } from '../dawn.rules.ts'
import { controls } from './catalogue.ts'
import { type Control, defaultsOf, judged } from './control.rules.ts'
import { now, today } from './fixtures/fixture.testing.ts'
import { fixtures } from './fixtures.testing.ts'
import { stateOf } from './state.rules.ts'

interface Shown {
  readonly subject: object
  readonly related?: object
}

const judge = (control: Control, { subject, related = {} }: Shown, at = now) =>
  judged(control, subject, related, {
    now: at,
    today: at === now ? today : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10),
    dawn: dawnIn('Asia/Shanghai'),
    p: defaultsOf(control),
  })
/** By a migration of ours: no list is filtered by it. */
const indexed = ['component.runbook']
const before = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()

it('has a fixture for each control and none for another', () =>
  expect(Object.keys(fixtures).sort()).toEqual(controls.map(({ id }) => id)))

it('gives each control an id of its own', () =>
  expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length))

describe.each(controls.map((one) => [one.id, one] as const))('%s', (id, control) => {
  const { kept, broken, edge } = fixtures[id] ?? ({} as never)

  it('is kept by what keeps it and broken by what breaks it', () => {
    expect(judge(control, kept)).toMatchObject({ is: 'ok' })
    expect(judge(control, broken)).toMatchObject({ is: 'bad' })
  })

  it('turns at its boundary: at an instant, or between two cases', () => {
    const until = judge(control, kept)?.until ?? null
    if (!edge) expect(until, 'neither an instant nor two cases').not.toBeNull()
    if (until !== null) {
      expect(judge(control, kept, before(until))?.is).toBe('ok')
      expect(judge(control, kept, until)?.is).not.toBe('ok')
    }
    if (edge) expect(edge.map((one) => judge(control, one)?.is)).toEqual(['ok', 'bad'])
  })

  it('proves nothing where it cannot be judged, and an empty register is not kept', () => {
    const failing = new Proxy(
      {},
      {
        get() {
          throw new Error('lost')
        },
      },
    )
    expect(judge(control, { subject: failing })).toMatchObject({ is: 'unknown' })
    const none = { ok: 0, bad: 0, excepted: 0, unknown: 0, ran: true, overdue: false }
    expect(control.minSubjects).toBeGreaterThan(0)
    expect(stateOf({ ...none, minSubjects: control.minSubjects })).toBe('no-evidence')
    expect(stateOf({ ...none, ran: false, minSubjects: control.minSubjects })).toBe('no-evidence')
  })

  it('says everything in both languages', () => {
    const said = [control.title, control.remedy, judge(control, kept)?.text, judge(control, broken)?.text]
    for (const words of [...said, ...Object.values(control.params).map((one) => one.words)]) {
      expect(words?.[0]).toMatch(/[一-鿿]/)
      expect(words?.[1]).not.toBe('')
    }
  })

  it('reads what there is, by links that are indexed', () => {
    const { record, fields } = control.subject
    const base = ['createdAt', 'createdBy', 'updatedAt']
    for (const source of [control.subject, ...Object.values(control.with)]) {
      expect(registry.get(source.record.name).record).toBe(source.record)
      for (const name of source.fields) expect([...base, ...Object.keys(source.record.fields)]).toContain(name)
    }
    for (const { record: other, via, many } of Object.values(control.with)) {
      const link = many ? other.fields[via] : record.fields[via]
      expect(link).toMatchObject({ to: many ? record.name : other.name })
      expect(link?.filter || indexed.includes(`${(many ? other : record).name}.${via}`)).toBe(true)
    }
    if (control.owner) expect(fields).toContain(control.owner)
    if (control.owner) expect(record.fields[control.owner]).toMatchObject({ to: 'person' })
  })
})
