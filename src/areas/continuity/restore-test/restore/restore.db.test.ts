import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MethodSettings, Reported, Total } from '../../backup-plan/method.settings.ts'
import { startMariadb } from './mysql.ts'
import { type Ask, type Outcome, restoreCopy } from './restore.ts'
import { clearLeft, makeScratch } from './scratch.ts'
import { installedPostgres } from './sources.testing.ts'

const startedAt = '2026-11-24T12:00:00.000Z'
let folder: string
let beneath: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-copies-'))
  beneath = join(folder, 'scratch')
  mkdirSync(beneath)
  execFileSync('chmod', ['755', folder, beneath])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const flip = (file: string, at = statSync(file).size >> 1) => {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

/** A file as its run reported it, whatever became of it since. */
const reported = (name: string, totals: Record<string, string>): Ask['run'] => ({
  location: name,
  bytes: statSync(join(folder, name)).size,
  sha256: createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex'),
  totals: said(totals),
  startedAt,
})
const said = (totals: Record<string, string>): Reported =>
  Object.entries(totals).map(([name, value]) => ({ name, value }))

const restore = (settings: MethodSettings, totals: Total[], run: Ask['run'], more: Partial<Ask> = {}) =>
  restoreCopy({
    ...{ plan: { settings, totals, rpoMinutes: 60, rtoMinutes: 30 }, run, programs: {}, beneath, limitMs: 120_000 },
    ...more,
  })

/** Whatever came of it, nothing is left behind. */
const outcome = async (asked: Promise<Outcome>) => {
  const { wrong, steps, ...found } = await asked
  expect(readdirSync(beneath)).toEqual([])
  return { wrong: wrong?.[1] ?? null, zh: wrong?.[0] ?? null, ended: steps.at(-1)?.code, ...found }
}

const totals = (amount: string, newest: string, version: string): Total[] => [
  { name: 'amount', of: amount, check: 'same' },
  { name: 'newest', of: newest, check: 'fresh' },
  { name: 'version', of: version, check: 'same' },
]
const today = { amount: '1250.75', version: '1.1.0', rows: '4' }
const lines = (day: string, amounts: number[]) => `
  create table deals (id int primary key, amount numeric(20, 2), at timestamp);
  create table release (version varchar(20));
  insert into release values ('1.1.0');
  ${amounts.map((amount, n) => `insert into deals values (${n}, ${amount}, '${day} 11:3${n}:00');`).join('\n')}`

describe('an archive of pg_dump', () => {
  const asked = totals('select sum(amount) from deals', 'select max(at) from deals', 'select version from release')
  const settings = (): MethodSettings => ({ is: 'pg-dump', folder })
  let source: Awaited<ReturnType<typeof installedPostgres>>

  beforeAll(async () => {
    source = await installedPostgres(folder)
    source.sql(lines('2026-11-23', [1_000]))
    source.dump(join(folder, 'yesterday.dump'), '-Fc')
    source.sql(`delete from deals; ${lines('2026-11-24', [1_000, 250, 0.75]).split(';').slice(3).join(';')}`)
    source.dump(join(folder, 'today.dump'), '-Fc')
  })
  afterAll(() => source.stop())

  it('is proven by what is in it once it is restored', async () => {
    const found = await outcome(restore(settings(), asked, reported('today.dump', today)))
    expect(found).toMatchObject({ wrong: null, ended: 'time', lossMinutes: 28 })
    expect(found.compared.map(({ name, found, ok }) => [name, found, ok])).toEqual([
      ['amount', '1250.75', true],
      ['newest', '2026-11-24 11:32:00', true],
      ['version', '1.1.0', true],
      ['rows', '4', true],
    ])
    expect(found.seconds).toBeGreaterThan(0)
  })

  it('is proven as tar too, and without what would reach out of it', async () => {
    source.sql(`create publication everything for all tables`)
    source.dump(join(folder, 'today.tar'), '-Ft')
    expect(await outcome(restore(settings(), asked, reported('today.tar', today)))).toMatchObject({ wrong: null })
  })

  it('is found where a byte is flipped, whether that was before or after it was reported', async () => {
    writeFileSync(join(folder, 'flipped.dump'), readFileSync(join(folder, 'today.dump')))
    const run = reported('flipped.dump', today)
    flip(join(folder, 'flipped.dump'))
    const found = await outcome(restore(settings(), asked, run))
    expect(found).toMatchObject({ ended: 'whole', wrong: expect.stringContaining('digest differs') })
    // In the middle of what is compressed.
    const late = await outcome(restore(settings(), asked, reported('flipped.dump', today)))
    expect(late.wrong).not.toBeNull()
  })

  it('is found where it is gone, empty, yesterday’s, or another version’s', async () => {
    const gone = { ...reported('today.dump', today), location: 'gone.dump' }
    expect(await outcome(restore(settings(), asked, gone))).toMatchObject({
      ...{ ended: 'whole', zh: '副本不存在:gone.dump' },
    })
    writeFileSync(join(folder, 'empty.dump'), '')
    expect((await outcome(restore(settings(), asked, reported('empty.dump', today)))).wrong).toContain('empty file')
    const old = await outcome(restore(settings(), asked, reported('yesterday.dump', today)))
    expect(old.ended).toBe('totals')
    expect(old.wrong).toContain('amount should be 1250.75 and is 1000.00')
    expect(old.wrong).toContain('newest should be no older than 60 minutes')
    const other = await outcome(restore(settings(), asked, reported('today.dump', { ...today, version: '1.2.0' })))
    expect(other.wrong).toContain('version should be 1.2.0 and is 1.1.0')
    // As one that a newer pg_dump wrote: the second byte of its version.
    writeFileSync(join(folder, 'newer.dump'), readFileSync(join(folder, 'today.dump')))
    const bytes = readFileSync(join(folder, 'newer.dump'))
    bytes[6] = 99
    writeFileSync(join(folder, 'newer.dump'), bytes)
    expect((await outcome(restore(settings(), asked, reported('newer.dump', today)))).wrong).toContain(
      'unsupported version (1.99)',
    )
  })

  it('is none where it is SQL, lies outside of the folder, or an answer of the plan fails', async () => {
    source.dump(join(folder, 'plain.sql'))
    expect((await outcome(restore(settings(), asked, reported('plain.sql', today)))).wrong).toContain('no archive')
    const inside = join(folder, 'inside')
    mkdirSync(inside)
    const outside = { ...reported('today.dump', today), location: '../today.dump' }
    expect((await outcome(restore({ is: 'pg-dump', folder: inside }, asked, outside))).wrong).toContain('not there')
    const wrong: Total[] = [{ name: 'amount', of: 'select total from nowhere', check: 'same' }]
    expect((await outcome(restore(settings(), wrong, reported('today.dump', today)))).wrong).toContain('nowhere')
  })

  it('takes no longer than it may', async () => {
    const slow = { plan: { settings: settings(), totals: [], rpoMinutes: 60, rtoMinutes: 0 } }
    expect(await outcome(restore(settings(), [], reported('today.dump', today), slow))).toMatchObject({
      ...{ ended: 'time', wrong: expect.stringContaining('the recovery time allows 0 minutes') },
    })
    expect((await outcome(restore(settings(), [], reported('today.dump', today), { limitMs: 1 }))).wrong).toContain(
      'stopped',
    )
  })
})

describe('a dump of MariaDB', () => {
  const asked = totals('select sum(amount) from deals', 'select max(at) from deals', 'select version from `release`')
  const settings = (): MethodSettings => ({ is: 'mysql-dump', folder })
  const table = (day: string, amounts: number[]) => lines(day, amounts).replaceAll('release', '`release`')

  beforeAll(async () => {
    const place = join(folder, 'mariadb')
    mkdirSync(place)
    const source = await startMariadb({ folder: place, left: () => 120_000 })
    const dump = (name: string) =>
      writeFileSync(
        join(folder, name),
        execFileSync('mariadb-dump', ['--no-defaults', `--socket=${place}/run/mariadb.sock`, '-uroot', 'restored']),
      )
    await source.ask(['restored', '-e', table('2026-11-23', [1_000])])
    dump('yesterday.sql')
    await source.ask([
      'restored',
      '-e',
      `drop table deals; drop table \`release\`; ${table('2026-11-24', [1_000, 250, 0.75])}`,
    ])
    dump('today.sql')
    await source.stop()
    execFileSync('gzip', ['-k', join(folder, 'today.sql')])
  })

  it.each(['today.sql', 'today.sql.gz'])('is proven by what is in it once it is restored: %s', async (name) => {
    const found = await outcome(restore(settings(), asked, reported(name, { ...today, tables: '2' })))
    expect(found).toMatchObject({ wrong: null, ended: 'time', lossMinutes: 28 })
    expect(found.compared.map(({ name, found }) => [name, found])).toContainEqual(['amount', '1250.75'])
  })

  it('is found where a byte is flipped, and where it is gone, empty, yesterday’s, another version’s, or cut off', async () => {
    writeFileSync(join(folder, 'flipped.sql'), readFileSync(join(folder, 'today.sql')))
    const run = reported('flipped.sql', today)
    flip(join(folder, 'flipped.sql'))
    expect((await outcome(restore(settings(), asked, run))).wrong).toContain('digest differs')
    const gone = { ...reported('today.sql', today), location: 'gone.sql' }
    expect((await outcome(restore(settings(), asked, gone))).wrong).toContain('not there')
    writeFileSync(join(folder, 'empty.sql'), '')
    expect((await outcome(restore(settings(), asked, reported('empty.sql', today)))).wrong).toContain('empty file')
    expect((await outcome(restore(settings(), asked, reported('yesterday.sql', today)))).wrong).toContain(
      'amount should be 1250.75 and is 1000.00',
    )
    const other = reported('today.sql', { ...today, version: '1.2.0' })
    expect((await outcome(restore(settings(), asked, other))).wrong).toContain('version should be 1.2.0')
    const whole = readFileSync(join(folder, 'today.sql'))
    writeFileSync(join(folder, 'cut.sql'), whole.subarray(0, whole.length >> 1))
    expect((await outcome(restore(settings(), asked, reported('cut.sql', today)))).wrong).not.toBeNull()
  })

  it('is refused where it would have the client run a program, and reads no file of the server', async () => {
    const traces = join(folder, 'was-run')
    for (const [name, sql] of [
      ['shell.sql', `\\! touch ${traces}\nsystem touch ${traces}\n`],
      ['reads.sql', `create table t (x text); load data infile '/etc/hostname' into table t;\n`],
    ] as const) {
      writeFileSync(join(folder, name), sql)
      expect((await outcome(restore(settings(), [], reported(name, {})))).wrong, name).not.toBeNull()
      expect(existsSync(traces), name).toBe(false)
    }
  })
})

describe('what a killed server left', () => {
  it('is ended and removed by the next, and what another has in hand is not', async () => {
    const place = mkdtempSync(join(folder, 'left-'))
    execFileSync('chmod', ['755', place])
    const gone = spawnSync('true').pid
    const left = join(place, `touchstone-restore-${gone}-a`)
    const inHand = await makeScratch(place)
    mkdirSync(left)
    const server = await startMariadb({ folder: left, left: () => 120_000 })
    await clearLeft(place)
    await expect(server.ask(['-e', 'select 1'])).rejects.toThrow('mariadb failed')
    expect(readdirSync(place)).toEqual([basename(inHand)])
    await server.stop()
  })
})

/** What is saved as files: a day's deals, and which release wrote them. */
function filesOf(name: string, day: string, amounts: number[]): string {
  const place = join(folder, name)
  mkdirSync(place)
  writeFileSync(join(place, 'deals.csv'), amounts.map((amount) => `${day},${amount}\n`).join(''))
  writeFileSync(join(place, 'version'), '1.1.0\n')
  writeFileSync(join(place, 'newest'), `${day}T11:32:00Z\n`)
  writeFileSync(join(place, 'sum'), `${amounts.reduce((sum, one) => sum + one, 0)}\n`)
  return place
}
const inFiles = (below = ''): Total[] => [
  ...totals(`${below}sum`, `${below}newest`, `${below}version`),
  { name: 'deals', of: `${below}deals.csv#lines`, check: 'same' },
]
const filed = { amount: '1250.75', version: '1.1.0', deals: '3', files: '4' }

describe('an archive of tar', () => {
  const settings = (): MethodSettings => ({ is: 'tar', folder })
  const scanned = { ...filed, files: '5' }
  const pack = (name: string, from: string) => execFileSync('tar', ['-czf', join(folder, name), '-C', from, '.'])

  beforeAll(() => {
    pack('yesterday.tgz', filesOf('tar-yesterday', '2026-11-23', [1_000]))
    const place = filesOf('tar-today', '2026-11-24', [1_000, 250, 0.75])
    // Most of it: what is flipped in the middle is what somebody kept.
    writeFileSync(join(place, 'scan'), randomBytes(8_192))
    pack('today.tgz', place)
  })

  it('is proven by what is in it', async () =>
    expect(await outcome(restore(settings(), inFiles(), reported('today.tgz', scanned)))).toMatchObject({
      ...{ wrong: null, ended: 'time', lossMinutes: 28 },
    }))

  it('is found where a byte is flipped, and where it is gone, empty, yesterday’s, or another version’s', async () => {
    writeFileSync(join(folder, 'flipped.tgz'), readFileSync(join(folder, 'today.tgz')))
    const run = reported('flipped.tgz', scanned)
    flip(join(folder, 'flipped.tgz'))
    expect((await outcome(restore(settings(), inFiles(), run))).wrong).toContain('digest differs')
    expect((await outcome(restore(settings(), inFiles(), reported('flipped.tgz', scanned)))).wrong).toContain(
      'tar failed',
    )
    const gone = { ...reported('today.tgz', scanned), location: 'gone.tgz' }
    expect((await outcome(restore(settings(), inFiles(), gone))).wrong).toContain('not there')
    writeFileSync(join(folder, 'empty.tgz'), '')
    expect((await outcome(restore(settings(), inFiles(), reported('empty.tgz', filed)))).wrong).toContain('empty file')
    const old = await outcome(restore(settings(), inFiles(), reported('yesterday.tgz', filed)))
    expect(old.wrong).toContain('deals should be 3 and is 1')
    const other = reported('today.tgz', { ...scanned, version: '1.2.0' })
    expect((await outcome(restore(settings(), inFiles(), other))).wrong).toContain('version should be 1.2.0')
  })

  it('is never read outside of what was restored', async () => {
    const place = join(folder, 'linked')
    mkdirSync(place)
    execFileSync('ln', ['-s', '/etc/hostname', join(place, 'sum')])
    writeFileSync(join(place, 'file'), 'x')
    pack('linked.tgz', place)
    const sum: Total[] = [{ name: 'sum', of: 'sum', check: 'least', least: 0 }]
    const found = await outcome(restore(settings(), sum, reported('linked.tgz', {})))
    expect(found.compared).toMatchObject([{ name: 'sum', found: null, ok: false }])
  })
})

describe('a program of the server’s own', () => {
  it('restores what nothing here knows, and says totals', async () => {
    writeFileSync(join(folder, 'odd.bin'), 'odd')
    const settings: MethodSettings = { is: 'command', folder, program: 'odd-restore' }
    const script = 'cp "$1" "$2/restored"; echo deals=3; echo sum=1250.75'
    const programs = { 'odd-restore': { command: '/bin/sh', args: ['-c', script, 'odd'] } }
    const asked: Total[] = [{ name: 'sum', of: '', check: 'same' }]
    const run = reported('odd.bin', { sum: '1250.75', deals: '3' })
    expect(await outcome(restore(settings, asked, run, { programs }))).toMatchObject({ wrong: null })
    expect((await outcome(restore(settings, asked, run))).wrong).toContain('not on this server’s list')
  })
})

describe('a snapshot of restic', () => {
  const restic = (...args: string[]) =>
    execFileSync(
      'restic',
      ['--repo', join(folder, 'repository'), '--password-file', join(folder, 'password'), ...args],
      {
        encoding: 'utf8',
        env: { ...process.env, RESTIC_CACHE_DIR: join(folder, 'cache') },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
  const settings = (): MethodSettings => ({
    ...{ is: 'restic', repository: join(folder, 'repository'), passwordFile: join(folder, 'password') },
  })
  const save = (place: string): string => /snapshot ([0-9a-f]{8,}) saved/.exec(restic('backup', place))?.[1] ?? ''
  const run = (snapshot: string | null, totals: Record<string, string> = filed): Ask['run'] => ({
    ...{ location: snapshot, bytes: null, sha256: null, totals: said(totals), startedAt },
  })
  let today: string
  let yesterday: string
  let places: string[]

  beforeAll(() => {
    writeFileSync(join(folder, 'password'), 'of the repository')
    restic('init')
    places = [
      filesOf('restic-yesterday', '2026-11-23', [1_000]),
      filesOf('restic-today', '2026-11-24', [1_000, 250, 0.75]),
    ]
    yesterday = save(places[0] as string)
    today = save(places[1] as string)
  })
  const asked = (which: number) => inFiles(`${(places[which] as string).slice(1)}/`)

  it('is proven by what is in it', async () =>
    expect(await outcome(restore(settings(), asked(1), run(today)))).toMatchObject({
      ...{ wrong: null, ended: 'time', lossMinutes: 28 },
    }))

  it('is found where it is not there, yesterday’s, another version’s, empty, or asked for in a way of its own', async () => {
    expect((await outcome(restore(settings(), asked(1), run('deadbeef')))).wrong).toContain('restic failed')
    expect((await outcome(restore(settings(), asked(1), run('latest')))).wrong).toContain('did not say which snapshot')
    const old = await outcome(restore(settings(), asked(0), run(yesterday)))
    expect(old.wrong).toContain('amount should be 1250.75 and is 1000')
    const other = run(today, { ...filed, version: '1.2.0' })
    expect((await outcome(restore(settings(), asked(1), other))).wrong).toContain('version should be 1.2.0')
    const nothing = join(folder, 'restic-nothing')
    mkdirSync(nothing)
    expect((await outcome(restore(settings(), [], run(save(nothing), {})))).wrong).toContain('Nothing is in')
  })

  it('is found where a byte of the repository is flipped, and where a file of it is deleted', async () => {
    const packs = execFileSync('find', [join(folder, 'repository', 'data'), '-type', 'f'], { encoding: 'utf8' })
    const files = packs
      .trim()
      .split('\n')
      .sort((a, b) => statSync(b).size - statSync(a).size)
    for (const file of files) execFileSync('chmod', ['u+w', file])
    for (const file of files) flip(file, 40)
    expect((await outcome(restore(settings(), asked(1), run(today)))).wrong).toContain('restic failed')
    for (const file of files) flip(file, 40)
    expect((await outcome(restore(settings(), asked(1), run(today)))).wrong).toBeNull()
    for (const file of files) rmSync(file)
    // It would try for a minute; nobody need wait so long.
    expect((await outcome(restore(settings(), asked(1), run(today), { limitMs: 5_000 }))).wrong).not.toBeNull()
  })
})
