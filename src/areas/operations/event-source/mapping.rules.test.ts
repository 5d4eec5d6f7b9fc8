import { describe, expect, it } from 'vitest'
import { severitiesSchema, sourceSchema } from './event-source.settings.ts'
import { noticesByMapping } from './mapping.rules.ts'

const severities = severitiesSchema.parse({})
function read(content: unknown, mapping: object = {}, componentFrom: string | null = null) {
  const settings = sourceSchema.parse({ is: 'json', key: '{host}/{check.name}', title: '{message}', ...mapping })
  if (settings.is !== 'json') throw new Error(settings.is)
  return noticesByMapping(content, { mapping: settings, componentFrom, severities })
}
const one = {
  host: 'db01',
  check: { name: 'disk' },
  message: '磁盘\n将满',
  level: 'High',
  status: 'OK',
  since: 1764032400,
}

describe('JSON of any shape, by a mapping', () => {
  it('is one event where it is no list', () => {
    expect(read(one)).toEqual({
      notices: [
        {
          key: 'db01/disk',
          start: null,
          over: false,
          severity: 'warning',
          title: ['磁盘 将满', '磁盘 将满'],
          note: null,
          component: null,
          at: null,
        },
      ],
    })
  })

  it('has what is mapped of it', () => {
    const mapping = { severity: '{level}', state: '{status}', start: '{since}', note: '{check.name} @ {host}' }
    expect(read([one], mapping, 'host')).toMatchObject({
      notices: [
        { over: true, severity: 'critical', start: '2025-11-25T01:00:00.000Z', note: 'disk @ db01', component: 'db01' },
      ],
    })
  })

  it.each([
    ['2026-11-24T09:00:00+08:00', '2026-11-24T01:00:00.000Z'],
    ['2026-11-24 01:00:00Z', '2026-11-24T01:00:00.000Z'],
    [1_795_482_000_000, '2026-11-24T01:00:00.000Z'],
    // Whose clock that is nobody knows.
    ['2026-11-24 09:00:00', null],
    ['soon', null],
  ])('began %s', (since, start) => {
    expect(read({ ...one, since }, { start: '{since}' })).toMatchObject({ notices: [{ start }] })
  })

  it('finds a list within, and names each value that is not there', () => {
    expect(read({ data: { alerts: [one, { host: 'db02', message: {} }] } }, { list: 'data.alerts' })).toMatchObject({
      faults: [{ path: 'data.alerts.1.check.name' }, { path: 'data.alerts.1.message' }],
    })
    expect(read({ data: 1 }, { list: 'data' })).toMatchObject({ faults: [{ path: 'data', code: 'no-list' }] })
  })

  it('wants a key that can be told again', () => {
    for (const host of ['', 'x'.repeat(301)])
      expect(read({ host, message: 'm' }, { key: '{host}' })).toMatchObject({ faults: [{ code: 'bad-key' }] })
  })

  it('reads nothing that is not the content’s own', () => {
    expect(read(one, { title: '{constructor.name}' })).toMatchObject({ faults: [{ path: 'constructor.name' }] })
  })
})
