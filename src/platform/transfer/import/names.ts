import type { PersonActor } from '../../../record/actor.ts'
import { type Fault, fault, invalid, Refusal } from '../../../record/problem.ts'
import type { AnyRecord } from '../../../record/record.ts'
import type { Engine } from '../../engine.ts'
import type { Tx } from '../../tx.ts'
import { columnsOfList } from '../columns.ts'
import { wallOf } from '../wall.ts'
import { demandIdle } from './begin.ts'
import { type Links, linksFor } from './links.ts'
import type { ImportFile } from './store.ts'
import { readCell } from './value.ts'

/** What a person says of a name that nobody knows: make it so, it is this one, or the cell counts as empty. */
export interface Naming {
  readonly record: string
  readonly text: string
  readonly make?: Readonly<Record<string, string>> | undefined
  readonly same?: string | undefined
}

type Names = Record<string, Record<string, string | null>>

/**
 * Settles names that nobody knows. What is to be made is made at once, all of it or nothing, under the person's name and rights;
 * what the names mean is kept with the import, which must be checked again. Refuses `invalid` with every fault at its name.
 */
export async function settleNames(
  engine: Engine,
  person: PersonActor,
  file: ImportFile,
  namings: readonly Naming[],
): Promise<ImportFile> {
  await demandIdle(engine.db, file)
  const known = new Set(engine.registry.all.map(({ record }) => record.name))
  const strange = namings.flatMap(({ record }, at) =>
    known.has(record)
      ? []
      : [fault(`names.${at}.record`, 'not-a-choice', '没有这种记录。', 'There is no such record.')],
  )
  if (strange.length > 0) throw invalid(strange)
  return engine.inTx(person, async (tx) => {
    const names: Names = structuredClone(file.settings.names ?? {}) as Names
    const keep = ({ record, text }: Naming, id: string | null) => {
      names[record] = { ...names[record], [text]: id }
    }
    for (const one of namings) if (one.make === undefined) keep(one, one.same ?? null)
    await makeAll(engine, tx, person, namings, names, keep)
    return tx.db
      .updateTable('importFile')
      .set({ settings: JSON.stringify({ ...file.settings, names }) as never, state: 'open' })
      .where('id', '=', file.id)
      .returningAll()
      .executeTakeFirstOrThrow()
  })
}

/** Round by round those whose own links lead somewhere by now; what is left after the last round rests on nothing. */
async function makeAll(
  engine: Engine,
  tx: Tx,
  person: PersonActor,
  namings: readonly Naming[],
  names: Names,
  keep: (one: Naming, id: string) => void,
): Promise<void> {
  let left = namings.map((one, at) => ({ one, at })).filter(({ one }) => one.make !== undefined)
  while (left.length > 0) {
    const waiting: typeof left = []
    const ready: ((typeof left)[number] & { record: AnyRecord; values: Values['values'] })[] = []
    const [faults, resting]: [Fault[], Fault[]] = [[], []]
    const links = linksFor(engine, person, names)
    for (const each of left) {
      const { one, at } = each
      const { record } = engine.registry.get(one.record)
      const { values, wrong, rests } = await valuesOf(engine, tx, record, links, one.make ?? {})
      faults.push(...wrong.map((one) => atName(one, at)))
      resting.push(...rests.map((one) => atName(one, at)))
      if (rests.length > 0) waiting.push(each)
      else if (wrong.length === 0) ready.push({ ...each, record, values })
    }
    for (const { at, record, values } of ready) {
      const [tried] = await tx.putMany(record, [{ values }], { dry: true })
      if (tried instanceof Refusal) faults.push(...refusedAt(tried, at))
    }
    if (faults.length > 0) throw invalid([...faults, ...resting])
    for (const { one, at, record, values } of ready) {
      const made = await tx.create(record, values).catch((error: unknown) => {
        throw error instanceof Refusal ? invalid(refusedAt(error, at)) : error
      })
      keep(one, made.id)
    }
    if (waiting.length === left.length) throw invalid(resting)
    left = waiting
  }
}

const atName = ({ path, ...rest }: Fault, at: number): Fault => ({ ...rest, path: `names.${at}.${path}` })

/** A refusal of one that was to be made, said at its name. */
const refusedAt = ({ code, text, faults }: Refusal, at: number): Fault[] =>
  faults.length === 0 ? [{ path: `names.${at}`, code, text }] : faults.map((one) => atName(one, at))

interface Values {
  readonly values: Readonly<Record<string, unknown>>
  readonly wrong: readonly Fault[]
  /** Of links to what is not there yet. */
  readonly rests: readonly Fault[]
}

/** Values as a file would say them, read as its cells are. */
async function valuesOf(
  engine: Engine,
  tx: Tx,
  record: AnyRecord,
  links: Links,
  given: Readonly<Record<string, string>>,
): Promise<Values> {
  const columns = columnsOfList(engine, record)
  const values: Record<string, unknown> = {}
  const wrong: Fault[] = []
  const rests: Fault[] = []
  for (const [name, text] of Object.entries(given)) {
    const column = columns.find((one) => one.name === name && one.importable)
    if (!column) {
      wrong.push(fault(name, 'unknown-field', `没有可填写的字段 ${name}。`, `There is no field ${name} to fill.`))
      continue
    }
    const said = readCell(column, { text, is: 'text' }, wallOf(engine.zone))
    if (said === null) continue
    if ('wrong' in said) wrong.push({ path: name, ...said.wrong })
    else if ('value' in said) values[name] = said.value
    else {
      const to = column.field.to ?? ''
      await links.load(tx.db, new Map([[to, new Set(said.links)]]))
      const targets = said.links.map((one) => links.get(to, one))
      for (const target of targets) if ('wrong' in target) rests.push({ path: name, ...target.wrong })
      const ids = targets.flatMap((target) => ('id' in target && target.id !== null ? [target.id] : []))
      values[name] = column.kind === 'links' ? ids : (ids[0] ?? null)
    }
  }
  return { values, wrong, rests }
}
