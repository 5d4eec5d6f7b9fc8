import { describe, expect, it } from 'vitest'
import { nagiosSettings } from '../../kinds/machine.settings.ts'
import { pluginFinding } from './nagios.ts'
import { observe } from './observe.ts'
import { pluginOutput } from './plugin-output.rules.ts'

const settings = (more: object = {}) => nagiosSettings.parse({ kind: 'nagios', program: 'check', ...more })

/** A real process that does as a plugin does. */
async function seen(script: string, more: object = {}) {
  const plugin = (name: string) => (name === 'check' ? { command: process.execPath, args: ['-e', script] } : null)
  const found = await observe(settings({ timeoutMs: 20_000, ...more }), { intervalMs: 60_000, now: 0, plugin })
  return { outcome: found.outcome, value: found.value, note: found.note }
}

describe('what a plugin says', () => {
  it('is read with its figures, wherever they stand', () => {
    const said =
      "DISK OK - free: 3326 MB | /=2643MB;5948;5958;0;5968 'the ''big'' one'=68%\n/ 15272 MB\n/boot | /boot=-6,5e1MB;88\n"
    const { text, figures } = pluginOutput(said)
    expect(text).toBe('DISK OK - free: 3326 MB')
    expect(Object.fromEntries(figures)).toEqual({ '/': 2643, "the 'big' one": 68, '/boot': -65 })
  })

  it.each([
    [0, 'OK | a=1 b=2', {}, 'up', 1, 'OK'],
    [1, 'WARNING | a=1 b=2', { figure: 'b' }, 'slow', 2, 'WARNING'],
    [2, 'CRITICAL', {}, 'down', null, 'CRITICAL'],
    [3, 'UNKNOWN | a=1', {}, 'unknown', null, 'UNKNOWN'],
    [127, 'sh: not found', {}, 'unknown', null, 'ended with 127: sh: not found'],
    [null, 'Killed', {}, 'unknown', null, 'ended with null: Killed'],
    [0, 'OK | a=1', { figure: 'c' }, 'up', null, 'OK'],
  ])('exit code %s of %s with %j', (code, output, more, outcome, value, note) => {
    expect(pluginFinding(settings(more), code, output)).toEqual({ outcome, value, note })
  })
})

describe('nagios', () => {
  it('runs the plugin that is declared', async () => {
    const found = await seen('console.log("QUEUE WARNING - 7 left | left=7"); process.exit(1)')
    expect(found).toEqual({ outcome: 'slow', value: 7, note: 'QUEUE WARNING - 7 left' })
  })

  it('ends what hangs', async () => {
    const found = await seen('setInterval(() => {}, 1000)', { timeoutMs: 500 })
    expect(found).toMatchObject({ outcome: 'down', note: 'timeout' })
  })

  it('is unknown where none is declared', async () => {
    expect(await seen('', { program: 'other' })).toMatchObject({ outcome: 'unknown', note: 'unknown plugin' })
  })

  it('runs all that are asked for, so many at once', async () => {
    const found = await Promise.all(Array.from({ length: 12 }, (_, n) => seen(`console.log('OK | n=${n}')`)))
    expect(found.map(({ value }) => value)).toEqual(Array.from({ length: 12 }, (_, n) => n))
  })
})
