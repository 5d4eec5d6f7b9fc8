import '../../server/tables.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { personId } from '../../../../record/actor.ts'
import { type Fault, fault, invalid } from '../../../../record/problem.ts'
import { riskKeepers } from '../../risk-parties.rules.ts'
import { scanLine } from '../../scan-line/scan-line.record.ts'
import type { Finding } from '../finding.rules.ts'
import { matcher } from '../match.rules.ts'
import { scan } from '../scan.record.ts'
import { closeAbsent } from './close.ts'
import { knownOf } from './known.ts'
import { type Format, readReport } from './read.ts'
import { type Placed, takeFindings } from './take.ts'

const mostBytes = 20 * 1024 ** 2
const ids = z.array(z.uuid()).max(200).default([])

const input = z.strictObject({
  name: z.string().trim().min(1).max(200),
  content: z.base64().max(mostBytes * 1.37),
  /** Who made it: a report of another never closes what this one found. */
  scanner: z.string().trim().min(1).max(60).optional(),
  /** When it was made, where the file does not say. */
  scannedAt: z.iso.datetime().optional(),
  complete: z.boolean(),
  components: ids,
  assets: ids,
})
type Input = z.output<typeof input>

const output = z.object({
  id: z.uuid(),
  number: z.string(),
  /** The same file was taken before: nothing was changed. */
  again: z.boolean(),
  ...{ findings: z.number(), opened: z.number(), seen: z.number(), cameBack: z.number(), closed: z.number() },
  ...{ exempted: z.number(), aside: z.number(), unmatched: z.number() },
})

/** Reports that are about one thing as a whole, and not about a network. */
const aboutOne: ReadonlySet<Format> = new Set(['trivy', 'cyclonedx'])

export const importScan = command({
  path: '/api/scan-reports',
  about: scan.name,
  allow: riskKeepers,
  bodyLimit: mostBytes * 1.4,
  summary:
    'Takes a report of a scanner (CSV, XLSX, CycloneDX VEX 1.5 and 1.6, JSON of Trivy) with what it looked at. The same file twice changes nothing.',
  input,
  output,
  async run(tx, given) {
    const bytes = Buffer.from(given.content, 'base64')
    const digest = createHash('sha256').update(bytes).digest('hex')
    const before = await tx.db.selectFrom('scan').selectAll().where('digest', '=', digest).executeTakeFirst()
    if (before) return { ...before, again: true }
    const report = await readReport(bytes)
    const scannedAt = given.scannedAt ? new Date(given.scannedAt).toISOString() : (report.scannedAt ?? tx.now)
    const faults = await scopeFaults(tx, given, scannedAt)
    if (faults.length > 0) throw invalid(faults)
    const { findings, left, format } = report
    const scanner = (given.scanner ?? report.scanner ?? format).toLowerCase()
    const { components, assets, complete } = given
    const by = tx.as('scan')
    const made = await by.create(scan, {
      title: `${scanner} ${given.name}`.slice(0, 160),
      ...{ scanner, format, complete, components, assets, scannedAt, fileName: given.name, digest, aside: left },
      ...{ findings: findings.length, broughtBy: personId(tx.actor) },
    })
    const { placed, unplaced } = await place(tx, given, findings, aboutOne.has(format))
    const { ids: seen, ...counts } = await takeFindings(by, made, placed)
    await createAll(
      by,
      scanLine,
      unplaced.map((finding) => lineOf(made.id, finding)),
    )
    const closed = await closeAbsent(by, made, {
      seen: new Set(seen.values()),
      unplaced: new Set(unplaced.map(({ ref }) => ref)),
    })
    await by.update(scan, made.id, { ...counts, closed, unmatched: unplaced.length })
    const done = unplaced.length === 0 ? await by.act(scan, made.id, 'settle') : await by.lock(scan, made.id)
    return { ...done, again: false }
  },
})

async function scopeFaults(tx: Tx, { components, assets }: Input, scannedAt: string): Promise<Fault[]> {
  const faults: Fault[] = []
  if (components.length + assets.length === 0)
    faults.push(
      fault('assets', 'required', '须写明扫描了哪些资产或组件。', 'Say which assets or components it looked at.'),
    )
  if (scannedAt > tx.now)
    faults.push(fault('scannedAt', 'future', '扫描时间不能在将来。', 'It cannot have been made in the future.'))
  for (const [path, table, wanted] of [
    ['components', 'component', components],
    ['assets', 'asset', assets],
  ] as const) {
    if (wanted.length === 0) continue
    const found = await tx.db.selectFrom(table).select('id').where('id', 'in', wanted).execute()
    const known = new Set(found.map(({ id }) => id))
    for (const [n, id] of wanted.entries())
      if (!known.has(id))
        faults.push(fault(`${path}.${n}`, 'no-such-record', '没有这条记录。', 'There is no such record.'))
  }
  return faults
}

async function place(tx: Tx, scope: Input, findings: readonly Finding[], whole: boolean) {
  const known = await knownOf(tx.db, scope, findings, whole)
  const owners = new Map(known.assets.map(({ id, owner }) => [id, owner]))
  const placeOf = matcher(known)
  const placed: Placed[] = []
  const unplaced: Finding[] = []
  for (const finding of findings) {
    const found = placeOf(finding)
    if (found) placed.push({ finding, place: found, owner: owners.get(found.asset ?? '') ?? null })
    else unplaced.push(finding)
  }
  return { placed, unplaced }
}

const lineOf = (id: string, finding: Finding) => {
  const { line, ref, title, severity, target, product, version } = finding
  return { scan: id, line, ref, title, severity, target, product, installed: version, finding: { ...finding } }
}
