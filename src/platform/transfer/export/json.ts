import type { Refs } from '../../read/refs.ts'
import type { FileWriter } from './file.ts'
import { give } from './out.ts'

/** The rows as the API answers them, all in one: `{ "items": […], "refs": { … } }`; with the columns chosen, where some are. */
export const writeJson: FileWriter = async (out, { columns, isChosen }, handfuls) => {
  const names = new Set(['id', 'version', ...columns.map(({ name }) => name.split('.')[0])])
  const refs: Refs = {}
  let begun = false
  await give(out, '{"items":[')
  for await (const handful of handfuls) {
    Object.assign(refs, handful.refs)
    const rows = isChosen
      ? handful.rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name))))
      : handful.rows
    if (rows.length === 0) continue
    await give(out, (begun ? ',\n' : '\n') + rows.map((row) => JSON.stringify(row)).join(',\n'))
    begun = true
  }
  await give(out, `\n],"refs":${JSON.stringify(refs)}}\n`)
  out.end()
}
