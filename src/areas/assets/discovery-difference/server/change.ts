import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf, ValuesOf } from '../../../../record/record.ts'
import { asset } from '../../asset/asset.record.ts'
import { assetModel } from '../../asset-model/asset-model.record.ts'
import type { discoveryDifference } from '../discovery-difference.record.ts'

/** What the register says now in a field, as people read it. */
export async function registeredNow(tx: Tx, id: string, field: string): Promise<string | null> {
  const row = await tx.lock(asset, id)
  if (field === 'model') {
    if (!row.model) return null
    const model = await tx.db.selectFrom('assetModel').select('name').where('id', '=', row.model).executeTakeFirst()
    return model?.name ?? null
  }
  const value = field.startsWith('custom.')
    ? row.custom?.[field.slice('custom.'.length)]
    : (row as unknown as Record<string, unknown>)[field]
  return value === undefined || value === null ? null : String(value)
}

/** The values that make an asset read as it was found. */
export async function changeOf(tx: Tx, id: string, field: string, found: string): Promise<ValuesOf<typeof asset>> {
  if (field === 'model') {
    const { category } = await tx.lock(asset, id)
    return { model: await modelCalled(tx, found, category) }
  }
  if (!field.startsWith('custom.')) return { [field]: found }
  const key = field.slice('custom.'.length)
  const custom = await tx.db
    .selectFrom('customField')
    .select('kind')
    .where('record', '=', asset.name)
    .where('key', '=', key)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return { custom: { [key]: custom?.kind === 'number' ? Number(found) : found } }
}

/** The model of this name, made where the register has none. */
export async function modelCalled(tx: Tx, name: string, category: string): Promise<string> {
  const known = await tx.db.selectFrom('assetModel').select('id').where('name', '=', name).executeTakeFirst()
  return known?.id ?? (await tx.create(assetModel, { name, category })).id
}

/** Why it counts as lost, in the language of whoever says so. */
export function lostHow(tx: Tx, { machine, found, number }: RowOf<typeof discoveryDifference>): string {
  const isChinese = tx.actor.kind !== 'person' || tx.actor.lang === 'zh'
  return isChinese
    ? `${machine} 自 ${found} 起不再上报,也没有找到(${number})。`
    : `${machine} has not been heard of since ${found} and was not found (${number}).`
}
