import { assetModel } from '../../../areas/assets/asset-model/asset-model.record.ts'
import { location } from '../../../areas/assets/location/location.record.ts'
import { supplier } from '../../../areas/assets/supplier/supplier.record.ts'
import type { Tx } from '../../../platform/tx.ts'
import { Refusal } from '../../../record/problem.ts'
import type { AnyRecord } from '../../../record/record.ts'
import type { Stage } from '../stage.ts'
import { yearsAfter } from './dates.ts'
import { models, suppliers } from './models.data.ts'
import { places } from './places.data.ts'

export type Ids = ReadonlyMap<string, string>

/** What assets are told of by: ids by the codes of the lists beside this. */
export interface Ground {
  readonly places: Ids
  readonly models: Ids
  readonly categories: Ids
  readonly suppliers: Ids
  readonly departments: Ids
  /** By login or employee number. */
  readonly people: Ids
}

/** The id that a list has under this key; throws when the demo names one that it never made. */
export function idOf(ids: Ids, key: string): string {
  const found = ids.get(key)
  if (!found) throw new Error(`The demo firm has no ${key}`)
  return found
}

/** Makes places, models and suppliers, and finds who and what was there before. */
export async function layGround(tx: Tx, stage: Stage): Promise<Ground> {
  const categories = await idsBy(tx, 'assetCategory', 'code')
  const made = new Map<string, string>()
  for (const level of levelsOf(places)) {
    const rows = await putAll(
      tx,
      location,
      level.map(({ in: inside, ...one }) => ({ ...one, parent: inside ? idOf(made, inside) : null })),
    )
    for (const [i, { code }] of level.entries()) made.set(code, rows[i] as string)
  }
  const listed = Object.entries(models)
  const makes = await putAll(
    tx,
    assetModel,
    listed.map(([, one]) => ({
      ...{ name: one.name, manufacturer: one.maker, category: idOf(categories, one.of) },
      ...('height' in one && { height: one.height }),
      ...('watts' in one && { watts: one.watts }),
      ...('support' in one && { supportUntil: yearsAfter(tx.now, one.support) }),
      // What its maker will help with for some time yet is what one buys.
      ...('support' in one && one.support >= 2 && { standardFrom: yearsAfter(tx.now, -1) }),
    })),
  )
  const sellers = Object.entries(suppliers)
  const sold = await putAll(
    tx,
    supplier,
    sellers.map(([, one]) => ({ ...one, registeredAs: 'approved', owner: stage.people.engineer })),
  )
  const numbers = await idsBy(tx, 'person', 'employeeNo')
  return {
    categories,
    places: made,
    models: new Map(listed.map(([code], i) => [code, makes[i] as string])),
    suppliers: new Map(sellers.map(([code], i) => [code, sold[i] as string])),
    departments: await idsBy(tx, 'department', 'code'),
    people: new Map([...numbers, ...Object.entries(stage.people)]),
  }
}

async function idsBy<T extends 'assetCategory' | 'department' | 'person'>(
  tx: Tx,
  table: T,
  column: T extends 'person' ? 'employeeNo' : 'code',
): Promise<Ids> {
  const rows = (await tx.db
    .selectFrom(table as 'department')
    .select(['id', column as 'code'])
    .execute()) as unknown as Record<string, string>[]
  return new Map(rows.map((row) => [row[column] as string, row['id'] as string]))
}

/** The outermost first, so that each finds what it stands in. */
function levelsOf(all: typeof places): (typeof places)[] {
  const depth = (one: (typeof places)[number]): number => {
    const outer = all.find(({ code }) => code === one.in)
    return outer ? depth(outer) + 1 : 0
  }
  const deepest = Math.max(...all.map(depth))
  return Array.from({ length: deepest + 1 }, (_, level) => all.filter((one) => depth(one) === level))
}

/** Makes all of them, or says which was refused and why. */
export async function putAll(
  tx: Tx,
  record: AnyRecord,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<string[]> {
  const made = await tx.putMany(
    record,
    rows.map((values) => ({ values })),
  )
  return made.map((one, i) => {
    if (one instanceof Refusal)
      throw new Error(`${record.name} ${JSON.stringify(rows[i])}: ${JSON.stringify(one.faults)} ${one.message}`)
    return one.id
  })
}
