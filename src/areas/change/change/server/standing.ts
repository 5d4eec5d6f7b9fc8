import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import type { Settings } from '../../../../platform/settings/settings.ts'
import type { Tables } from '../../../../platform/tables.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { provenBackups } from '../../../continuity/continuity.api.ts'
import { crewOf, editionInForce } from '../../../operations/operations.api.ts'
import { wantsAdvice } from '../../advisory-meeting/advice.rules.ts'
import { adviceFrom, thresholdOf } from '../../advisory-meeting/advisory-meeting.settings.ts'
import { type Board, boardsOf, standingAdvice } from '../../advisory-meeting/server/advice.ts'
import { misfitsOf } from '../../upgrade-package/fit.rules.ts'
import type { change } from '../change.record.ts'
import type { Crew, Facts, TemplateFacts } from '../gates.rules.ts'
import { type Assessment, assess } from '../risk.rules.ts'
import { type Around, aroundOf } from './around.ts'

export type ChangeRow = RowOf<typeof change>

/** All that a change's gates ask for, and what its page shows beside them. */
export interface Standing extends Facts, Pick<Around, 'affected' | 'services'> {
  readonly assessment: Assessment | null
  /** The editions in force that it runs by. */
  /** Where an advisory board looked at it or will, the newest first. */
  readonly boards: readonly Board[]
  readonly editions: { readonly runbook: string | null; readonly rollbackRunbook: string | null }
}

export interface Moment {
  readonly now: string
  readonly today: string
  readonly phase: Facts['phase']
  /** Whether approval is what it is about, or still to come. */
  readonly approval?: 'now' | 'later'
}

/** An emergency has no window: it begins now, and takes its time. */
const timeOf = (row: ChangeRow, now: string) =>
  row.kind === 'emergency'
    ? { plannedStart: now, plannedEnd: new Date(Date.parse(now) + 4 * 3_600_000).toISOString() }
    : { plannedStart: row.plannedStart, plannedEnd: row.plannedEnd }

export async function standingOf(
  db: Kysely<Tables>,
  settings: Settings,
  row: ChangeRow,
  { now, today, phase, approval }: Moment,
): Promise<Standing> {
  const around = await aroundOf(db, settings, { id: row.id, components: row.components, ...timeOf(row, now) })
  const [runbook, rollbackRunbook] = [await editionOf(db, row.runbook), await editionOf(db, row.rollbackRunbook)]
  const assessment = assess(row.answers, around.components, around.affected)
  const boards = await boardsOf(db, row.id)
  const wants = wantsAdvice(row.kind, assessment?.risk ?? null, thresholdOf(settings.get(adviceFrom)))
  const at = phase === 'starting' ? now : (row.plannedStart ?? now)
  return {
    plan: row,
    now,
    phase,
    unfit: around.components.filter(({ state }) => state === 'retired'),
    assessment,
    risk: assessment?.risk ?? null,
    template: row.template ? await templateOf(db, row.template, row.components, today) : null,
    misfits: row.package ? await misfitsIn(db, row.package, row.components) : null,
    freezes: around.freezes,
    clashes: around.clashes,
    runbook: runbook && { ...runbook, effective: runbook.id !== null },
    rollbackRunbook: rollbackRunbook && { ...rollbackRunbook, effective: rollbackRunbook.id !== null },
    editions: { runbook: runbook?.id ?? null, rollbackRunbook: rollbackRunbook?.id ?? null },
    backups: await provenBackups(db, row.backupOf),
    crew: runbook?.id ? await readyFor(db, runbook.id, at) : [],
    board: { wanted: (wants && approval) || 'no', advised: standingAdvice(boards) },
    boards,
    affected: around.affected,
    services: around.services,
  }
}

const editionOf = async (db: Kysely<Tables>, named: string | null) => (named ? editionInForce(db, named) : null)

const readyFor = (db: Kysely<Tables>, runbook: string, at: string): Promise<Crew[]> => crewOf(db, runbook, at)

async function templateOf(
  db: Kysely<Tables>,
  id: string,
  components: readonly string[],
  today: string,
): Promise<TemplateFacts> {
  const found = await db
    .selectFrom('changeTemplate')
    .select(['state', 'validUntil', 'components'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const beyond = components.filter((one) => !found.components.includes(one))
  const named =
    beyond.length === 0 ? [] : await db.selectFrom('component').select('name').where('id', 'in', beyond).execute()
  return {
    effective: found.state === 'in-force',
    expired: found.validUntil < today,
    beyond: named.map(({ name }) => name),
  }
}

/** What keeps a package off these components. */
async function misfitsIn(db: Kysely<Tables>, id: string, components: readonly string[]): Promise<Words[]> {
  const found = await db
    .selectFrom('upgradePackage')
    .select(['number', 'state', 'product', 'fits'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (components.length === 0) return misfitsOf(found, [])
  const onto = await db
    .selectFrom('component')
    .select(['name', 'product', 'installedVersion', 'environment'])
    .where('id', 'in', components)
    .orderBy('code')
    .execute()
  return misfitsOf(found, onto)
}
