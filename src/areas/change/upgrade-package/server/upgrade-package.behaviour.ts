import '../../server/tables.ts'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import type { RowOf } from '../../../../record/record.ts'
import { fileFaults, filesFound, versionFaults } from '../fit.rules.ts'
import { upgradePackage } from '../upgrade-package.record.ts'

type Row = RowOf<typeof upgradePackage>

/** What is attached to a package, as its bytes are. */
const attachedTo = (tx: Tx, { id }: Row) =>
  tx.db
    .selectFrom('attachment')
    .select(['name', 'digest'])
    .where('record', '=', upgradePackage.name)
    .where('recordId', '=', id)
    .where('removedAt', 'is', null)
    .execute()

export const upgradePackageBehaviour = behave(upgradePackage, {
  guards: {
    create: async (_tx, row) => versionFaults(row),
    update: async (_tx, row) => versionFaults(row),
    check: async (tx, row) => fileFaults(filesFound(row.files, await attachedTo(tx, row))),
  },
})
