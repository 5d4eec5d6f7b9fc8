import type { Field } from '../../../record/field.ts'
import { leaves } from '../../../record/lifecycle.ts'
import { type AnyRecord, fieldsOfRecord, type Transition } from '../../../record/record.ts'

/** Fields that put something into somebody's hands; others only say who did or met something. */
const duties: readonly string[] = [
  ...['owner', 'assignee', 'custodian', 'head', 'lead', 'leader', 'approver', 'contact'],
  ...['commander', 'communicator', 'technicalLead'],
]

/** Something that is given back by a verb: a laptop into stock, a seat of a licence. */
export interface GivenBack {
  readonly record: string
  readonly field: string
  readonly states: readonly string[]
  readonly verb: string
  /** What the verb asks for. */
  readonly with?: Readonly<Record<string, string>>
  /** In these it is being taken back, and held until that is done. */
  readonly underWay?: readonly string[]
}

/** One way in which a record can be in somebody's hands. */
export interface Holding {
  readonly record: AnyRecord
  readonly field: string
  /** In these states it is held. */
  readonly states: readonly string[]
  /** The field may name somebody else. */
  readonly canHandOver: boolean
  readonly back: GivenBack | null
}

/** Every way in which records can be in somebody's hands: what a leaver must hand over or give back. */
export const holdingsIn = (
  records: readonly AnyRecord[],
  givenBack: readonly GivenBack[],
  directory: string,
): Holding[] =>
  records.flatMap((record) =>
    record.name === directory
      ? []
      : fieldsOfRecord(record).flatMap(([field, declared]): Holding[] => {
          const back = givenBack.find((one) => one.record === record.name && one.field === field) ?? null
          const canHandOver = isDuty(field, declared, directory)
          const states = canHandOver ? openStates(record) : [...(back?.states ?? []), ...(back?.underWay ?? [])]
          return states.length > 0 ? [{ record, field, states, canHandOver, back }] : []
        }),
  )

const isDuty = (name: string, { kind, to, by }: Field, directory: string): boolean =>
  kind === 'link' && to === directory && by === 'person' && duties.includes(name)

/** The states from which a record still goes somewhere. */
export const openStates = (record: AnyRecord): string[] =>
  record.states.filter((state) =>
    (Object.values(record.transitions) as Transition[]).some((transition) => leaves(transition, state)),
  )
