import type { AnyRow } from '../../../record/record.ts'
import type { Refs } from '../../read/refs.ts'
import type { Column } from '../columns.ts'
import type { FileWriter } from './file.ts'
import { give } from './out.ts'

/**
 * The rows as the API answers them, all in one: `{ "items": […], "refs": { … } }`; where columns are chosen, those alone with
 * what makes a row known, and the names behind them.
 */
export const writeJson: FileWriter = async (out, { columns, isChosen }, handfuls) => {
  const part = isChosen ? partOf(columns) : (row: AnyRow) => row
  const refs: Refs = {}
  let begun = false
  await give(out, '{"items":[')
  for await (const handful of handfuls) {
    const rows = handful.rows.map(part)
    Object.assign(refs, isChosen ? named(handful.refs, rows) : handful.refs)
    if (rows.length === 0) continue
    await give(out, (begun ? ',\n' : '\n') + rows.map((row) => JSON.stringify(row)).join(',\n'))
    begun = true
  }
  await give(out, `\n],"refs":${JSON.stringify(refs)}}\n`)
  out.end()
}

/** Of a row the columns chosen; of what the firm added to it those keys alone. */
function partOf(columns: readonly Column[]): (row: AnyRow) => object {
  const names = new Set(['id', 'version', ...columns.map(({ name }) => name.split('.')[0] as string)])
  const keys = columns.flatMap(({ name }) => (name.startsWith('custom.') ? [name.slice('custom.'.length)] : []))
  const some = (of: object, wanted: Iterable<string>) =>
    Object.fromEntries([...wanted].flatMap((name) => (name in of ? [[name, of[name as never]]] : [])))
  return (row) => ({ ...some(row, names), ...(keys.length > 0 && { custom: some(row.custom ?? {}, keys) }) })
}

const named = (refs: Refs, rows: readonly object[]): Refs =>
  Object.fromEntries(
    rows
      .flatMap((row) => Object.values(row).flat())
      .flatMap((id) => (typeof id === 'string' && refs[id] ? [[id, refs[id]]] : [])),
  )
