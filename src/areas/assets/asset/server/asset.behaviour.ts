import '../../server/tables.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { type Racked, spaceFaults, usualHeight } from '../../location/rack.rules.ts'
import { assetImporting } from '../asset.importing.ts'
import { asset } from '../asset.record.ts'
import { goneStates } from '../asset.rules.ts'

type Row = RowOf<typeof asset>
type Placed = Pick<Row, 'id' | 'name' | 'location' | 'rackUnit' | 'rackUnits'>

export const assetBehaviour = behave(asset, {
  importing: assetImporting,
  /**
   * How many units it takes, by its model; what leaves its rack for another kind of place leaves its unit too. What is given out for the
   * first time comes into service today.
   */
  async derive(tx, steps) {
    const heights = await modelHeights(tx, steps)
    const places = await placesOf(tx, steps.filter(leavesRack))
    return steps.map((step) => {
      const { after } = step
      const isOut = leavesRack(step) && places.get(after.location as string)?.kind !== 'rack'
      const rackUnit = isOut ? null : after.rackUnit
      const rackUnits = rackUnit === null ? null : (heights.get(after.model as string) ?? 1)
      return { rackUnit, rackUnits, ...(isFirstIssue(step) && { inServiceOn: tx.today }) }
    })
  },
  /** It stands in a place that is open, in a unit only of a rack, and where nothing else does. */
  async check(tx, steps) {
    const moved = steps.filter(isPlacedAnew)
    if (moved.length === 0) return []
    const places = await placesOf(tx, moved)
    const racked = await rackedIn(tx, moved)
    // Those that are put together see each other where they will be.
    const movers = new Set(moved.map(({ after }) => after.id))
    const together = moved.flatMap(({ after }) => (after.rackUnit === null ? [] : [rackedAs(after)]))
    const all = [...racked.filter(({ id }) => !movers.has(id)), ...together]
    return steps.map((step): Fault[] => {
      if (!movers.has(step.after.id)) return []
      const { after } = step
      const place = places.get(after.location as string)
      if (after.location !== null && !place) return []
      if (place?.state === 'closed') return [fault('location', 'closed', '该位置已关闭。', 'That place is closed.')]
      if (after.rackUnit === null) return []
      if (place?.kind !== 'rack')
        return [fault('rackUnit', 'no-rack', '只有机柜里才有 U 位。', 'Only a rack has units.')]
      const others = all.filter(({ rack }) => rack === after.location)
      return spaceFaults(rackedAs(after), place.height ?? usualHeight, others)
    })
  },
})

type InRack = Racked & { readonly rack: string | null }

const rackedAs = ({ id, name, location, rackUnit, rackUnits }: Placed): InRack => ({
  id,
  name,
  rack: location,
  unit: rackUnit as number,
  units: rackUnits ?? 1,
})

const isGone = ({ state }: Row): boolean => (goneStates as readonly string[]).includes(state)

const isFirstIssue = ({ before, after }: Step<typeof asset>): boolean =>
  before?.state === 'in-stock' && after.state === 'in-use' && after.inServiceOn === null

const leavesRack = ({ before, after }: Step<typeof asset>): boolean =>
  before !== null && after.rackUnit !== null && before.rackUnit === after.rackUnit && before.location !== after.location

function isPlacedAnew({ before, after }: Step<typeof asset>): boolean {
  if (isGone(after) || (after.location === null && after.rackUnit === null)) return false
  const same = (['location', 'rackUnit', 'rackUnits'] as const).every((name) => before?.[name] === after[name])
  return !same || (before !== null && isGone(before))
}

async function modelHeights(tx: Tx, steps: readonly Step<typeof asset>[]): Promise<ReadonlyMap<string, number>> {
  const ids = distinct(steps.map(({ after }) => (after.rackUnit === null ? null : after.model)))
  if (ids.length === 0) return new Map()
  const rows = await tx.db.selectFrom('assetModel').select(['id', 'height']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, height }) => [id, height ?? 1]))
}

async function placesOf(tx: Tx, steps: readonly Step<typeof asset>[]) {
  const ids = distinct(steps.map(({ after }) => after.location))
  if (ids.length === 0) return new Map<string, { kind: string; height: number | null; state: string }>()
  const rows = await tx.db
    .selectFrom('location')
    .select(['id', 'kind', 'height', 'state'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function rackedIn(tx: Tx, steps: readonly Step<typeof asset>[]): Promise<InRack[]> {
  const racks = distinct(steps.map(({ after }) => (after.rackUnit === null ? null : after.location)))
  if (racks.length === 0) return []
  const rows = await tx.db
    .selectFrom('asset')
    .select(['id', 'name', 'location', 'rackUnit', 'rackUnits'])
    .where('location', 'in', racks)
    .where('rackUnit', 'is not', null)
    .where('state', 'not in', [...goneStates])
    .execute()
  return rows.map(rackedAs)
}

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]
