import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { probeSettings } from '../../probe.settings.ts'
import { nameServer } from '../testing/name-server.ts'
import { observe } from './observe.ts'

let server: Awaited<ReturnType<typeof nameServer>>

beforeAll(async () => {
  server = await nameServer({
    'gateway.test A': ['10.0.0.1', '10.0.0.2'],
    'firm.test MX': ['10 Mail.firm.test'],
    'firm.test TXT': ['v=spf1 -all'],
    'empty.test A': [],
    'silent.test A': null,
  })
})
afterAll(() => server.close())

async function seen(name: string, more: object = {}) {
  const settings = { kind: 'dns', resolver: '127.0.0.1', port: server.port, name, timeoutMs: 500, ...more }
  const { outcome, note } = await observe(probeSettings.parse(settings), { intervalMs: 10_000, now: 0 })
  return { outcome, note }
}

describe('dns', () => {
  it.each([
    ['gateway.test', {}, 'up', '10.0.0.1, 10.0.0.2'],
    ['gateway.test', { expect: ['10.0.0.2', '10.0.0.1'] }, 'up', '10.0.0.1, 10.0.0.2'],
    ['gateway.test', { expect: ['10.0.0.1'] }, 'down', 'answers 10.0.0.1, 10.0.0.2'],
    ['gateway.test', { expect: ['10.0.0.1', '10.0.0.3'] }, 'down', 'answers 10.0.0.1, 10.0.0.2'],
    ['firm.test', { type: 'MX', expect: ['10 mail.firm.test.'] }, 'up', '10 mail.firm.test'],
    ['firm.test', { type: 'TXT' }, 'up', 'v=spf1 -all'],
    ['nobody.test', {}, 'down', 'ENOTFOUND'],
    ['empty.test', {}, 'down', 'ENODATA'],
    ['silent.test', {}, 'down', 'timeout'],
  ])('%s with %j', async (name, more, outcome, note) => {
    expect(await seen(name, more)).toEqual({ outcome, note })
  })

  it('is down where no resolver is', async () => {
    const gone = await nameServer({})
    gone.close()
    expect(await seen('gateway.test', { port: gone.port })).toMatchObject({ outcome: 'down' })
  })

  it('asks an address, and knows its types', () => {
    const bad = { kind: 'dns', resolver: 'ns.test', name: 'a', type: 'ANY' }
    const paths = probeSettings.safeParse(bad).error?.issues.map(({ path }) => path[0])
    expect(paths).toEqual(['resolver', 'type'])
  })
})
