import type { z } from 'zod'
import type { Fault } from '../record/problem.ts'
import { type AnyRecord, type AnyRow, openTo, type RowOf, type ValuesOf, type VerbOf } from '../record/record.ts'
import type { Rule } from '../record/rule.ts'
import type { Words } from '../record/words.ts'
import type { ApprovalRule } from './approval/settings.ts'
import type { Engine } from './engine.ts'
import type { Paper } from './transfer/export/paper.ts'
import type { Importing } from './transfer/import/importing.ts'
import type { Tx } from './tx.ts'

type Moments<R extends AnyRecord> = VerbOf<R> | 'create' | 'update'

/**
 * The slots where a record's own server code stands. A guard loads what a pure rule needs and asks it; it
 * runs before anything is written (at `create` it sees the row as it would be). A check does the same for many rows at once,
 * where an import must be quick. An effect runs after the row has changed, in the same transaction. An action is a verb that
 * is no transition. An approval is what a verb waits for by the record's own content, before what the settings want.
 */
export interface Behaviour<R extends AnyRecord = AnyRecord> {
  readonly record: R
  readonly derive?: (tx: Tx, steps: readonly Step<R>[]) => Promise<readonly Partial<RowOf<R>>[]>
  /** The faults of each row as it would be, whatever is done to it; those done together are seen together. */
  readonly check?: (tx: Tx, steps: readonly Step<R>[]) => Promise<readonly (readonly Fault[])[]>
  readonly guards: Partial<Record<Moments<R>, (tx: Tx, row: RowOf<R>) => Promise<readonly Fault[]>>>
  readonly effects: Partial<Record<Moments<R>, (tx: Tx, row: RowOf<R>, before: RowOf<R> | null) => Promise<void>>>
  readonly actions: Readonly<Record<string, Action>>
  readonly approvals: Partial<Record<VerbOf<R>, OwnApproval<RowOf<R>>>>
  /** Who besides whoever asks counts as its maker, and so approves no verb of it: for whom it was asked. */
  readonly makers?: (row: RowOf<R>) => readonly (string | null)[]
  /** How files that people bring are understood. */
  readonly importing?: Importing
  /** How one of it reads as a file, in place of the page that every record has. */
  readonly paper?: Paper<RowOf<R>>
}

/** Whose agreement a row itself asks for before a verb of it is done (null: nobody's), and what follows a refusal. */
export interface OwnApproval<Row = AnyRow> {
  rule(tx: Tx, row: Row): Promise<Omit<ApprovalRule, 'when'> | null>
  refused?(tx: Tx, row: Row, reason: Words): Promise<void>
}

/** A row as it stands (null: it does not yet) and as it would be. */
export interface Step<R extends AnyRecord> {
  readonly before: RowOf<R> | null
  readonly after: RowOf<R>
}

export interface Action {
  readonly allow: Rule
  readonly input: z.ZodObject
  readonly output: z.ZodType
  /** One sentence for the API's description. */
  readonly summary: string
  run(tx: Tx, row: AnyRow, input: Record<string, unknown>, engine: Engine): Promise<unknown>
}

/** An action on one record: `POST /api/{plural}/{id}/{name}`; the row is locked, seen through the reader's filter. */
export const action = <R extends AnyRecord, I extends z.ZodObject, O extends z.ZodType>(
  _record: R,
  spec: {
    allow: Rule
    input: I
    output: O
    summary: string
    run(tx: Tx, row: RowOf<R>, input: z.output<I>, engine: Engine): Promise<z.input<O>>
  },
): Action => spec as unknown as Action

/** Server code of one record; every slot may be left out. */
export const behave = <R extends AnyRecord>(record: R, slots: Partial<Omit<Behaviour<R>, 'record'>>): Behaviour =>
  ({
    record,
    guards: {},
    effects: {},
    approvals: {},
    ...slots,
    actions: grantableActions(record, slots.actions),
  }) as unknown as Behaviour

/** An action may be granted by a role as a verb may. */
const grantableActions = (record: AnyRecord, actions: Behaviour['actions'] = {}): Behaviour['actions'] =>
  Object.fromEntries(
    Object.entries(actions).map(([name, one]) => [name, { ...one, allow: openTo(record, name, one.allow) }]),
  )

export type { ValuesOf }
