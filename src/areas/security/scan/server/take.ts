import '../../server/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { fixByOf, keyOf } from '../../vulnerability/server/vulnerability.behaviour.ts'
import { vulnerability } from '../../vulnerability/vulnerability.record.ts'
import type { Finding } from '../finding.rules.ts'
import type { Place } from '../match.rules.ts'
import { whenSeen } from '../outcome.rules.ts'
import type { scan } from '../scan.record.ts'

type Scan = Pick<RowOf<typeof scan>, 'id' | 'scanner' | 'scannedAt' | 'format'>
type Vulnerability = RowOf<typeof vulnerability>

export interface Placed {
  readonly finding: Finding
  readonly place: Place
  /** Whoever answers for that asset. */
  readonly owner: string | null
}

export interface Taken {
  readonly opened: number
  readonly seen: number
  readonly cameBack: number
  readonly exempted: number
  /** The vulnerabilities that it is about, by key. */
  readonly ids: ReadonlyMap<string, string>
}

const keyAt = ({ finding: { ref, product }, place }: Placed): string => keyOf({ ref, product, ...place })

/** Makes of findings, each with its place, what they mean: new, still there, come back, or no harm. One transaction. */
export async function takeFindings(tx: Tx, by: Scan, placed: readonly Placed[]): Promise<Taken> {
  // A package that stands in several layers of one image is one vulnerability.
  const wanted = new Map(placed.map((one) => [keyAt(one), one]))
  const known = await knownBy(tx, [...wanted.keys()])
  const fresh = [...wanted].filter(([key]) => !known.has(key))
  const made = await createAll(
    tx,
    vulnerability,
    fresh.map(([, one]) => asNew(tx, by, one)),
  )
  const ids = new Map(fresh.map(([key], n) => [key, made[n]?.id as string]))
  for (const [key, { id }] of known) ids.set(key, id)
  let [cameBack, seen, exempted] = [0, 0, 0]
  const still: { id: string; values: Record<string, unknown> }[] = []
  for (const [key, { finding }] of wanted) {
    const before = known.get(key)
    if (finding.says === 'not-affected') {
      if (before?.state === 'not-affected' || before?.state === 'closed') continue
      const { justification, note: vexNote } = finding
      await tx.act(vulnerability, ids.get(key) as string, 'exempt', { justification, vexNote, ...lookedAt(by) })
      exempted++
      continue
    }
    if (!before) continue
    const { version } = finding
    const when = whenSeen(before, { at: by.scannedAt, version, byMaker: by.format === 'cyclonedx' })
    if (when === 'older') continue
    if (when === 'still') {
      still.push({ id: before.id, values: asSeen(by, finding) })
      seen++
    } else {
      await tx.act(vulnerability, before.id, 'see-again', asAgain(tx, by, finding, before))
      cameBack++
    }
  }
  for (const one of await tx.putMany(vulnerability, still)) if (one instanceof Refusal) throw one
  const exemptedNew = fresh.filter(([, { finding }]) => finding.says === 'not-affected').length
  return { opened: fresh.length - exemptedNew, seen, cameBack, exempted, ids }
}

async function knownBy(tx: Tx, keys: readonly string[]): Promise<Map<string, Vulnerability>> {
  const found = new Map<string, Vulnerability>()
  for (let at = 0; at < keys.length; at += 1_000) {
    const rows = await tx.db
      .selectFrom('vulnerability')
      .selectAll()
      .where('key', 'in', keys.slice(at, at + 1_000))
      .orderBy('id')
      .forUpdate()
      .execute()
    for (const row of rows) found.set(row.key as string, row)
  }
  return found
}

const lookedAt = ({ id, scannedAt }: Scan) => ({ lastSeen: scannedAt, lastScan: id })

const asSeen = (by: Scan, { severity, score, version, fixedVersion }: Finding) => ({
  ...{ severity, score, versionFound: version, scanner: by.scanner, ...lookedAt(by) },
  ...(fixedVersion !== null && { fixedVersion }),
})

const asNew = (tx: Tx, by: Scan, { finding, place, owner }: Placed) => {
  const { ref, title, product, severity } = finding
  const at = by.scannedAt
  return {
    ...{ ref, title, product, owner, ...place, foundBy: by.id, firstSeen: at, foundAt: at, severityFound: severity },
    ...asSeen(by, finding),
    fixBy: fixByOf(tx.settings, at, severity),
  }
}

/** What was only said to be fixed never went away: its time runs on. What was gone and is back has time of its own. */
function asAgain(tx: Tx, by: Scan, finding: Finding, before: Vulnerability) {
  const { severity } = finding
  const anew = { severityFound: severity, foundAt: by.scannedAt, fixBy: fixByOf(tx.settings, by.scannedAt, severity) }
  return { ...asSeen(by, finding), reopened: before.reopened + 1, ...(before.state !== 'fixed' && anew) }
}
