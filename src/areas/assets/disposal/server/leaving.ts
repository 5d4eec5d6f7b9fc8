import '../../server/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { Fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { disposal } from '../disposal.record.ts'
import { type Leaving, missingMedia } from '../disposal.rules.ts'

type Row = Pick<RowOf<typeof disposal>, 'id' | 'assets'>

/** The assets of a disposal as its rules see them, by their tags. */
export const leavingOf = (tx: Tx, { assets }: Pick<Row, 'assets'>): Promise<Leaving[]> =>
  tx.db
    .selectFrom('asset as a')
    .innerJoin('assetCategory as c', 'c.id', 'a.category')
    .select(['a.id', 'a.tag', 'a.name', 'a.state', 'c.storage'])
    .where('a.id', 'in', assets)
    .orderBy('a.tag')
    .execute()

/** Which media still have to be destroyed, or witnessed, before the assets may go. */
export async function stillMissing(tx: Tx, { id, assets }: Row): Promise<Fault[]> {
  const media = await tx.db
    .selectFrom('destruction')
    .select(['asset', 'serial', 'state'])
    .where('disposal', '=', id)
    .orderBy('id')
    .execute()
  return missingMedia(await leavingOf(tx, { assets }), media)
}
