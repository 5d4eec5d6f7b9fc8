import { Refusal } from '../../../record/problem.ts'
import type { AnyRecord } from '../../../record/record.ts'
import { createSchema, updateSchema } from '../../../record/schema.ts'
import { readInput } from '../../http/faults.ts'
import { addressOf } from '../sheet/sheet.ts'
import type { CellFault } from './import.ts'
import type { Mapped, Planner } from './plan.ts'
import type { Wrong } from './value.ts'

export const faultAt = ({ at, heading, column }: Mapped, n: number, { code, text }: Wrong): CellFault => ({
  code,
  text,
  heading,
  cell: addressOf(at, n),
  field: column.name,
})

const rowFault = ({ code, text }: Wrong): CellFault => ({ code, text, cell: null, heading: null, field: null })

/** Everything that a form would refuse, with the cell it came from. */
export function schemaFaults(
  planner: Planner,
  n: number,
  values: Record<string, unknown>,
  isThere: boolean,
): CellFault[] {
  if (isThere && Object.keys(values).length === 0) return []
  try {
    const { record } = planner
    Object.assign(values, readInput(schemaOf(record, isThere), values))
    return []
  } catch (error) {
    return refusalFaults(planner, n, error)
  }
}

const schemas = new WeakMap<
  AnyRecord,
  { create: ReturnType<typeof createSchema>; change: ReturnType<typeof createSchema> }
>()

function schemaOf(record: AnyRecord, isThere: boolean) {
  const made = schemas.get(record) ?? {
    create: createSchema(record),
    change: updateSchema(record).omit({ version: true }),
  }
  schemas.set(record, made)
  return isThere ? made.change : made.create
}

/** The faults of a refusal, each at its cell; anything but a refusal is a bug and goes on. */
export function refusalFaults({ mapped, columns }: Planner, n: number, error: unknown): CellFault[] {
  if (!(error instanceof Refusal)) throw error
  if (error.faults.length === 0) return [rowFault(error)]
  return error.faults.map((fault) => {
    const [first = '', second = ''] = fault.path.split('.')
    const name = first === 'custom' ? `custom.${second}` : first
    const one = mapped.find(({ column }) => column.name === name)
    return one ? faultAt(one, n, fault) : fieldFault(columns, name, fault)
  })
}

/** Of a field that no column of the file fills: its word says which. */
function fieldFault(columns: Planner['columns'], name: string, fault: Wrong): CellFault {
  const words = columns.find((column) => column.name === name)?.words
  const { code, text } = fault
  return words
    ? { ...rowFault({ code, text: [`「${words[0]}」:${text[0]}`, `${words[1]}: ${text[1]}`] }), field: name }
    : rowFault(fault)
}
