import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { backupPlan } from '../../areas/continuity/backup-plan/backup-plan.record.ts'
import type { MethodSettings } from '../../areas/continuity/backup-plan/method.settings.ts'
import { tickBackups } from '../../areas/continuity/backup-run/server/keep.ts'
import { takeReport } from '../../areas/continuity/backup-run/server/take.ts'
import { restoreTest } from '../../areas/continuity/restore-test/restore-test.record.ts'
import { askForTest, restoreTasks } from '../../areas/continuity/restore-test/server/test.task.ts'
import { alarm } from '../../areas/operations/alarm/alarm.record.ts'
import { instantAt } from '../../record/time.ts'
import { type DemoPlan, databaseProof, demoPlans } from './backups.data.ts'
import { chance } from './chance.ts'
import { calendarIds } from './clocks.ts'
import { type Places, placeOf } from './components.ts'
import { type Act, shanghai } from './history/agenda.ts'
import type { Stage } from './stage.ts'

const minute = 60_000

interface Ground {
  readonly stage: Stage
  readonly places: Places
  /** Where copies lie. */
  readonly copies: string
}

/**
 * The firm's backups on these trading days (oldest first). Copies of files are really there, and what is said of the last of them was
 * really found: that of the settlement is proven, of the bank link's a byte has changed since it was made.
 */
export function backupActs(ground: Ground, days: readonly string[]): Act[] {
  const [first] = days
  if (!first) return []
  const plans = new Map<string, string>()
  const at = (day: string, time: string, work: () => Promise<unknown>): Act => ({ at: shanghai(day, time), do: work })
  const [database, settlement, bank] = demoPlans as readonly [DemoPlan, DemoPlan, DemoPlan]
  const idOf = (plan: DemoPlan) => plans.get(plan.of) as string
  const yesterdays = days.length - 1
  return [
    at(first, '06:40', () => begin(ground, first, plans)),
    // Of a plan that was never tested a test is begun as soon as there is a copy: they are done before anybody looks.
    at(first, '16:21:40', () => proveDatabase(ground, idOf(database))),
    at(first, '16:31:50', () => restoreNow(ground, settlement, idOf(settlement), 0)),
    at(first, '16:36:40', () => restoreNow(ground, bank, idOf(bank), 0)),
    ...days.flatMap((day, n) => [
      at(day, '16:20:30', () => tickBackups(ground.stage.engine)),
      at(day, '16:30:30', () => tickBackups(ground.stage.engine)),
      ...demoPlans
        .filter((plan) => plan.is === 'pg-dump' || (n > 0 && n < yesterdays))
        .map((plan) => at(day, plan.runs, () => report(ground, idOf(plan), past(plan, n, ground)))),
    ]),
    at(days.at(-1) as string, '16:31:20', () => restoreNow(ground, settlement, idOf(settlement), yesterdays)),
    at(days.at(-1) as string, '16:36:05', () => restoreNow(ground, bank, idOf(bank), yesterdays, { flipped: true })),
    at(days.at(-1) as string, '16:41:20', () => takeInHand(ground, idOf(bank))),
  ]
}

/** A copy of the bank link before a change of it, proven before it starts. */
export const copyBeforeChange = async (ground: Ground): Promise<void> => {
  const plan = demoPlans.find(({ of }) => of === 'bank-link') as DemoPlan
  const { id } = await ground.stage.engine.db
    .selectFrom('backupPlan')
    .select('id')
    .where('name', '=', plan.name)
    .executeTakeFirstOrThrow()
  await restoreNow(ground, plan, id, 6)
}

async function begin({ stage, places, copies }: Ground, startsOn: string, plans: Map<string, string>): Promise<void> {
  const { trading } = await calendarIds(stage.engine.db)
  for (const { of, folder, is, runs: _runs, bytes: _bytes, grows: _grows, totals, ...plan } of demoPlans) {
    const place = join(copies, folder)
    const settings: MethodSettings = { is, folder: place }
    await mkdir(place, { recursive: true })
    const { id } = await stage.as('engineer', (tx) =>
      tx.create(backupPlan, {
        ...{ ...plan, settings, totals: [...totals], component: placeOf(places, of).component, startsOn },
        ...{ owner: stage.people.engineer, calendar: trading, rule: { every: 'day', closed: 'skip' } },
        // Nobody saves anything by itself on the demo firm's machine: a day is left before it is missed.
        graceMinutes: 600,
      }),
    )
    await stage.as('manager', (tx) => tx.act(backupPlan, id, 'approve'))
    plans.set(of, id)
  }
}

type Report = Parameters<typeof takeReport>[2]

const report = ({ stage }: Ground, plan: string, what: Report) =>
  stage.by('backup-runs', (tx) => takeReport(tx, plan, what, 'program'))

/** What was reported of a copy that is kept elsewhere by now. */
function past(plan: DemoPlan, n: number, { stage }: Ground): Report {
  const endedAt = stage.clock.now()
  const luck = chance(Date.parse(endedAt) / 1_000 + plan.bytes)
  const took = luck.between(20, 55) * 1_000
  const name = `${plan.folder}-${endedAt.slice(0, 10)}.${plan.is === 'tar' ? 'tar' : 'dump'}`
  return {
    ...{ key: name, startedAt: instantAt(Date.parse(endedAt) - took), endedAt, exitCode: 0, location: name },
    bytes: plan.bytes + n * plan.grows + luck.between(0, plan.grows),
    sha256: createHash('sha256').update(name).digest('hex'),
    totals: plan.totals.flatMap(({ name: total, check }) =>
      check === 'same' ? [{ name: total, value: String(1_200 + n * 37) }] : [],
    ),
  }
}

/** The database's copies are larger than a demonstration should make: what came of restoring one is told as it was. */
async function proveDatabase(ground: Ground, plan: string): Promise<void> {
  const { stage } = ground
  const startedAt = stage.clock.now()
  await stage.by('restore-tests', async (tx) => {
    const row = await tx.lock(backupPlan, plan)
    const { run } = await takeReport(tx, plan, past(demoPlans[0] as DemoPlan, 0, ground), 'program')
    const { id } = await askForTest(tx, row, run)
    await tx.act(restoreTest, id, 'begin', { startedAt, copy: stage.engine.copy })
    const { steps, seconds, lossMinutes } = databaseProof
    await tx.act(restoreTest, id, 'prove', {
      ...{ endedAt: instantAt(Date.parse(startedAt) + seconds * 1_000), seconds, lossMinutes },
      steps: steps.map(([code, text, ms]) => ({ code, ok: true, text: [...text] as [string, string], ms })),
    })
    await tx.update(backupPlan, plan, { provenAt: tx.now, proof: 'proven' })
  })
}

/** Somebody looks into the copy that is not what was saved. */
const takeInHand = ({ stage }: Ground, plan: string): Promise<unknown> =>
  stage.as('engineer', async (tx) => {
    const { id } = await tx.db
      .selectFrom('alarm')
      .select('id')
      .where('aboutId', '=', plan)
      .where('state', '=', 'firing')
      .executeTakeFirstOrThrow()
    return tx.act(alarm, id, 'acknowledge')
  })

const packed = promisify(execFile)

/** A copy that is really there, and really restored. */
async function restoreNow(
  ground: Ground,
  plan: DemoPlan,
  id: string,
  n: number,
  { flipped = false }: { flipped?: boolean } = {},
): Promise<void> {
  const { stage, copies } = ground
  const now = Date.parse(stage.clock.now())
  const name = `${plan.folder}-${stage.clock.now().slice(0, 16).replaceAll(/[-:T]/g, '')}.tar`
  const file = join(copies, plan.folder, name)
  const lines = 1_200 + n * 37
  const amount = `${lines * 81}.50`
  const list = plan.of === 'bank-link' ? 'transfers.csv' : 'deals.csv'
  await pack({ file, list, lines, amount, bytes: plan.bytes + n * plan.grows, at: now / 1_000 })
  const bytes = await readFile(file)
  const counted = plan.of === 'bank-link' ? 'transfers' : 'deals'
  const { run } = await report(ground, id, {
    ...{ key: name, startedAt: instantAt(now - minute / 2), endedAt: instantAt(now), exitCode: 0, location: name },
    ...{ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    totals: [
      { name: counted, value: String(lines) },
      { name: 'amount', value: amount },
    ],
  })
  if (flipped) {
    bytes[2_000] = (bytes[2_000] ?? 0) ^ 1
    await writeFile(file, bytes)
  }
  const test = await stage.by('restore-tests', async (tx) => askForTest(tx, await tx.lock(backupPlan, id), run))
  await restoreTasks['restore-backup'](stage.engine, { id: test.id } as never)
}

interface Packing {
  readonly file: string
  readonly list: string
  readonly lines: number
  readonly amount: string
  readonly bytes: number
  /** Seconds since 1970. */
  readonly at: number
}

/** A list, its sum, and a ledger that makes the copy about so long. */
async function pack({ file, list, lines, amount, bytes, at }: Packing): Promise<void> {
  const from = await mkdtemp(join(tmpdir(), 'touchstone-demo-copy-'))
  try {
    await writeFile(join(from, list), Array.from({ length: lines }, (_, line) => `${line + 1},${81}.00\n`).join(''))
    await writeFile(join(from, 'amount'), `${amount}\n`)
    await writeFile(join(from, 'ledger.bin'), Buffer.alloc(bytes - 20_000, '0'))
    // The same day makes the same copy.
    for (const name of [list, 'amount', 'ledger.bin', '.']) await utimes(join(from, name), 0, at)
    await packed('tar', ['-cf', file, '-C', from, '.'])
  } finally {
    await rm(from, { recursive: true })
  }
}
