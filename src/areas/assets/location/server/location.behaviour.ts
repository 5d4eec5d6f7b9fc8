import '../../server/tables.ts'
import { sql } from 'kysely'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { goneStates } from '../../asset/asset.rules.ts'
import { locationImporting } from '../location.importing.ts'
import { location } from '../location.record.ts'
import { nestingFaults, type PlaceKind } from '../place.rules.ts'
import { topOf, usualHeight } from '../rack.rules.ts'

type Row = RowOf<typeof location>

export const locationBehaviour = behave(location, {
  importing: locationImporting,
  async check(tx, steps) {
    const moved = new Set(steps.filter(isMoved))
    const parents = [...new Set([...moved].map(({ after }) => after.parent as string))]
    if (parents.length === 0) return []
    const rows = await tx.db.selectFrom('location').select(['id', 'kind', 'state']).where('id', 'in', parents).execute()
    const found = new Map(rows.map((row) => [row.id, row]))
    return steps.map((step): Fault[] => {
      const parent = moved.has(step) && found.get(step.after.parent as string)
      if (!parent) return []
      if (parent.state === 'closed') return [fault('parent', 'closed', '该位置已关闭。', 'That place is closed.')]
      return nestingFaults(step.after.kind, parent.kind)
    })
  },
  guards: { update: holdsStill, close: isEmpty },
})

const isMoved = ({ before, after }: Step<typeof location>): boolean =>
  after.parent !== null && (before?.parent !== after.parent || before?.kind !== after.kind)

/** What has come to stand in it since it was made. */
async function holdsStill(tx: Tx, row: Row): Promise<Fault[]> {
  const was = await tx.db
    .selectFrom('location')
    .select(['kind', 'parent', 'height'])
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  const faults: Fault[] = []
  if (row.parent !== was.parent) faults.push(...(await isNoRing(tx, row)))
  if (row.kind !== was.kind) faults.push(...(await stillHolds(tx, row)))
  if (row.kind !== was.kind || row.height !== was.height) faults.push(...(await isHighEnough(tx, row)))
  return faults
}

/** One at a time: two who each turn half of a ring would both find none. */
async function isNoRing(tx: Tx, { id, parent }: Row): Promise<Fault[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('location.parent', 0))`.execute(tx.db)
  const { rows } = await sql`with recursive up as (
      select id, parent from location where id = ${parent}
      union select l.id, l.parent from location l join up on up.parent = l.id
    ) select 1 from up where id = ${id}`.execute(tx.db)
  if (rows.length === 0) return []
  return [fault('parent', 'ring', '位置不能设在自己之内。', 'A place cannot be inside itself.')]
}

async function stillHolds(tx: Tx, { id, kind }: Row): Promise<Fault[]> {
  const inner = await tx.db
    .selectFrom('location')
    .select('kind')
    .distinct()
    .where('parent', '=', id)
    .orderBy('kind')
    .execute()
  return inner.flatMap((one) => nestingFaults(one.kind as PlaceKind, kind)).map((one) => ({ ...one, path: 'kind' }))
}

async function isHighEnough(tx: Tx, { id, kind, height }: Row): Promise<Fault[]> {
  const highest = await tx.db
    .selectFrom('asset')
    .select(['name', 'rackUnit', 'rackUnits'])
    .where('location', '=', id)
    .where('rackUnit', 'is not', null)
    .where('state', 'not in', [...goneStates])
    .orderBy(sql`rack_unit + rack_units`, 'desc')
    .executeTakeFirst()
  if (!highest) return []
  if (kind !== 'rack')
    return [fault('kind', 'holds-units', '柜中还有按 U 位安装的资产。', 'Assets stand in its units.')]
  const top = topOf({ unit: highest.rackUnit as number, units: highest.rackUnits ?? 1 })
  if (top <= (height ?? usualHeight)) return []
  return [fault('height', 'too-low', `「${highest.name}」装到了 U${top}。`, `${highest.name} reaches up to U${top}.`)]
}

async function isEmpty(tx: Tx, { id }: Row): Promise<Fault[]> {
  const { rows } = await sql<{ name: string }>`
    (select name from location where parent = ${id} and state = 'active' order by code limit 1)
    union all (select name from asset where location = ${id} and state <> 'disposed' order by tag limit 1)`.execute(
    tx.db,
  )
  return rows.map(({ name }) =>
    fault('', 'not-empty', `其中还有「${name}」,先移走。`, `${name} is still there; move it first.`),
  )
}
