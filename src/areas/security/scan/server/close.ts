import '../../server/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { vulnerability } from '../../vulnerability/vulnerability.record.ts'
import { absentIn } from '../outcome.rules.ts'
import type { scan } from '../scan.record.ts'

/** Closes what a complete scan no longer sees; how many. `unplaced`: references that it saw on something not yet matched. */
export async function closeAbsent(
  tx: Tx,
  by: RowOf<typeof scan>,
  { seen, unplaced }: { readonly seen: ReadonlySet<string>; readonly unplaced: ReadonlySet<string> },
): Promise<number> {
  if (!by.complete) return 0
  const known = await tx.db
    .selectFrom('vulnerability')
    .select(['id', 'ref', 'scanner', 'lastSeen', 'asset', 'component'])
    .where('scanner', '=', by.scanner)
    .where('state', 'in', ['open', 'in-progress', 'fixed', 'accepted', 'not-affected'])
    .where((is) =>
      is.or([
        ...(by.assets.length > 0 ? [is('asset', 'in', by.assets)] : []),
        ...(by.components.length > 0 ? [is('component', 'in', by.components)] : []),
      ]),
    )
    .orderBy('id')
    .execute()
  const absent = absentIn(known, by, { seen, unplaced })
  for (const { id } of absent)
    await tx.act(vulnerability, id, 'see-absent', { absentIn: by.id, closedAt: by.scannedAt })
  return absent.length
}
