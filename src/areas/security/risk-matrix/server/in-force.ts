import '../../server/tables.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { matrixFaults } from '../matrix.rules.ts'
import type { riskMatrix } from '../risk-matrix.record.ts'

type Db = Pick<Tx['db'], 'selectFrom'>
export type MatrixRow = Pick<
  RowOf<typeof riskMatrix>,
  'id' | 'number' | 'title' | 'titleEn' | 'edition' | 'likelihoods' | 'impacts' | 'levels' | 'grid'
>

const columns = [
  ...(['id', 'number', 'title', 'titleEn', 'edition', 'likelihoods', 'impacts', 'levels', 'grid'] as const),
] as const

/** The matrix in force, as it holds; refuses `unavailable` where what is stored does not. Null while there is none. */
export async function matrixInForce(db: Db): Promise<MatrixRow | null> {
  const row = await db.selectFrom('riskMatrix').select(columns).where('state', '=', 'in-force').executeTakeFirst()
  return row ? sound(row) : null
}

/** Matrices by their ids, each as it holds. */
export async function matricesBy(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, MatrixRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('riskMatrix')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, sound(row)]))
}

function sound(row: MatrixRow): MatrixRow {
  const faults: Fault[] = matrixFaults(row)
  if (faults.length === 0) return row
  throw new Refusal(
    'unavailable',
    [`风险矩阵 ${row.number} 有误,不能据以评定。`, `Risk matrix ${row.number} does not hold: nothing is rated by it.`],
    faults,
  )
}
