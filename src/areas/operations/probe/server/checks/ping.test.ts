import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { isHere } from '../../../../../testing/outside.ts'
import { type PingSettings, pingSettings } from '../../kinds/network.settings.ts'
import { echoOf } from '../ping/echo.rules.ts'
import { Pinger } from '../ping/pinger.ts'
import { pingCheck, pingFinding } from './ping.ts'

const settings = (more: object = {}): PingSettings => pingSettings.parse({ kind: 'ping', host: '127.0.0.1', ...more })

describe('ping: what echoes say', () => {
  it.each([
    ['127.0.0.1    : [0], 64 bytes, 0.037 ms (0.037 avg, 0% loss)', { address: '127.0.0.1', ms: 0.037 }],
    ['fd00::1   : [12], timed out (NaN avg, 100% loss)', { address: 'fd00::1', ms: null }],
    ['ICMP Host Unreachable from 10.0.0.1 for ICMP Echo sent to 10.0.0.9', null],
  ])('%s', (line, echo) => {
    expect(echoOf(line)).toEqual(echo)
  })

  it.each([
    [[1, 3], {}, 'up', 2, '2 ms, 0 % lost'],
    [[1, 3], { warnDelayMs: 1 }, 'slow', 2, 'over 1 ms'],
    [[1, 30], { warnDelayMs: 1, downDelayMs: 10 }, 'down', 15.5, 'over 10 ms'],
    [[1, 1, 1, null], {}, 'slow', 1, '25 % lost'],
    [[1, 1, 1, null], { downLossPercent: 25 }, 'down', 1, '25 % lost'],
    [[null, null], {}, 'down', null, '100 % lost'],
  ])('%j with %j', (delays, more, outcome, value, note) => {
    expect(
      pingFinding(
        settings(more),
        delays.map((ms) => ({ ms })),
      ),
    ).toEqual({ outcome, value, note })
  })
})

const pingers: Pinger[] = []
afterEach(() => {
  for (const one of pingers.splice(0)) one.stop()
})

function pinger(program?: string): Pinger {
  const made = new Pinger(program)
  pingers.push(made)
  return made
}

const hasFping = isHere('/usr/bin/fping', 'pinging', 'fping')

describe.skipIf(!hasFping)('ping: by fping', () => {
  it('asks all targets by one helper, which is started anew as one comes', async () => {
    const one = pinger()
    const found = await Promise.all(
      ['127.0.0.1', 'localhost', '127.0.0.2'].map((host) =>
        pingCheck(settings({ host, packets: 1 }), { limitMs: 20_000 }, one),
      ),
    )
    for (const finding of found)
      expect(finding).toMatchObject({ outcome: 'up', note: expect.stringMatching(/0 % lost$/) })
    expect(await pingCheck(settings({ packets: 2 }), { limitMs: 20_000 }, one)).toMatchObject({ outcome: 'up' })
    expect(await pingCheck(settings({ host: '127.0.0.3', packets: 1 }), { limitMs: 20_000 }, one)).toMatchObject({
      outcome: 'up',
    })
  })

  it('is down for a name that nobody knows', async () => {
    const found = await pingCheck(settings({ host: 'a'.repeat(64) }), { limitMs: 5_000 }, pinger())
    expect(found).toMatchObject({ outcome: 'down', note: expect.stringMatching(/^(ENOTFOUND|EAI_)/) })
  })
})

describe('ping: without a helper that works', () => {
  it('knows nothing where there is none', async () => {
    const found = await pingCheck(settings(), { limitMs: 5_000 }, pinger('/nowhere/fping'))
    expect(found).toEqual({ outcome: 'unknown', value: null, note: '/nowhere/fping: ENOENT' })
  })

  it('knows nothing where it may not, and says why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fping-'))
    const program = join(folder, 'fping')
    await writeFile(program, '#!/bin/sh\necho "fping: can\'t create socket (must run as root?)" >&2\nexit 4\n')
    await chmod(program, 0o755)
    const found = await pingCheck(settings(), { limitMs: 5_000 }, pinger(program))
    expect(found).toMatchObject({ outcome: 'unknown', note: "fping: can't create socket (must run as root?)" })
    await rm(folder, { recursive: true })
  })
})
