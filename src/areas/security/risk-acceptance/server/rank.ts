import type { Tx } from '../../../../platform/tx.ts'
import { directory } from '../../../organisation/organisation.api.ts'
import type { MatrixRow } from '../../risk-matrix/server/in-force.ts'

/** The highest level that a person may accept now, by the matrix: 0 where they may accept none. */
export async function rankOf(tx: Tx, { levels }: Pick<MatrixRow, 'levels'>, person: string): Promise<number> {
  let highest = 0
  for (const [n, { acceptedBy }] of levels.entries())
    if ((await directory.people(tx.db, acceptedBy)).includes(person)) highest = n + 1
  return highest
}
