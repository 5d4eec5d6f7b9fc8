import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { probeSettings } from '../../probe.settings.ts'
import { observe } from './observe.ts'

let folder: string
let log: string
let carry: unknown

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-line-'))
  log = join(folder, 'front.log')
  carry = null
})
afterEach(() => rm(folder, { recursive: true }))

/** One check, which goes on from the one before. */
async function seen(more: object = {}) {
  const settings = { kind: 'log-line', path: log, pattern: 'ERROR', downWhen: { op: '>=', than: 2 }, ...more }
  const found = await observe(probeSettings.parse(settings), { intervalMs: 10_000, now: 0, carry })
  // As the database keeps it: what leaves nothing leaves all as it was.
  if (found.carry !== undefined) carry = JSON.parse(JSON.stringify(found.carry))
  const { outcome, value, note } = found
  return { outcome, value, note }
}

const write = (text: string) => appendFile(log, text)

describe('log line', () => {
  it('counts what was written since the check before, whole lines only', async () => {
    await write('ERROR old\n')
    expect(await seen()).toEqual({ outcome: 'unknown', value: null, note: 'followed from here' })
    expect(await seen()).toEqual({ outcome: 'up', value: 0, note: '0 lines' })
    await write('INFO\nERROR 1\nERR')
    expect(await seen()).toEqual({ outcome: 'up', value: 1, note: '1 lines' })
    await write('OR 2\nERROR 3\n')
    expect(await seen()).toEqual({ outcome: 'down', value: 2, note: '>= 2' })
    expect(await seen()).toMatchObject({ outcome: 'up', value: 0 })
  })

  it('reads the old file to its end and the new one from its beginning when it is moved away', async () => {
    await write('begin\n')
    await seen()
    await write('ERROR at the end\n')
    await rename(log, `${log}.1`)
    await write('ERROR at the beginning\n')
    expect(await seen()).toMatchObject({ outcome: 'down', value: 2 })
    expect(await seen()).toMatchObject({ value: 0 })
  })

  it('is unknown while there is no file, and goes on where it was', async () => {
    await write('begin\n')
    await seen()
    await rename(log, `${log}.1`)
    expect(await seen()).toEqual({ outcome: 'unknown', value: null, note: 'ENOENT' })
    await write('ERROR\n')
    expect(await seen()).toMatchObject({ value: 1 })
  })

  it('begins anew in a file that was cut, however much stands in it by now', async () => {
    await write('a line before the cut\n')
    await seen()
    await truncate(log, 0)
    await write('ERROR\n')
    expect(await seen()).toMatchObject({ value: 1 })
    await writeFile(log, `another text of the same file, longer than what was read\n${'ERROR\n'.repeat(9)}`)
    expect(await seen()).toMatchObject({ value: 9 })
  })

  it('reads so much at once and says how far it is behind', async () => {
    await write('begin\n')
    await seen()
    const line = `${'ERROR '.padEnd(1_023, '.')}\n`
    await write(line.repeat(4_200))
    expect(await seen({ downWhen: { op: '<', than: 1 } })).toEqual({
      outcome: 'up',
      value: 4_096,
      note: '4096 lines, 106496 bytes behind',
    })
    expect(await seen()).toMatchObject({ value: 104 })
  })

  it('skips through a line without an end', async () => {
    await write('begin\n')
    await seen()
    await write(`${'x'.repeat(5 * 1_048_576)}ERROR\n`)
    await seen()
    expect(await seen()).toMatchObject({ value: 1 })
  })

  it('reads GB18030, and a pattern that would take others for ever', async () => {
    await write('begin\n')
    await seen()
    await appendFile(log, iconv.encode(`报单失败\n${'a'.repeat(50_000)}!\n`, 'gb18030'))
    expect(await seen({ pattern: '失败$|^(a+)+$', charset: 'gb18030' })).toMatchObject({ value: 1 })
  })

  it('wants a threshold', () => {
    const bad = probeSettings.safeParse({ kind: 'log-line', path: '/a', pattern: 'a' })
    expect(bad.error?.issues.map(({ path }) => path[0])).toEqual(['downWhen'])
  })
})
