import type { AnyRecord, FieldsOf, RowOf } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import type { RuleArea } from '../areas.rules.ts'

/** What every record has and a control may read beside declared fields; `id`, `number` and `state` are always read. */
type BaseName = 'createdAt' | 'createdBy' | 'updatedAt'
export type FieldName<R extends AnyRecord> = (keyof FieldsOf<R> & string) | BaseName
export type Seen<R extends AnyRecord, K extends string> = Pick<
  RowOf<R>,
  (K & keyof RowOf<R>) | 'id' | 'number' | 'state'
>

/** A kind of record and what of it is read: `judge` sees nothing else, so no dependency can be forgotten. */
export interface Source<R extends AnyRecord = AnyRecord, K extends string = string> {
  readonly record: R
  readonly fields: readonly K[]
}

/** Rows that point at the subject by their field `via`; or the one row at which the subject's field `via` points. */
export interface Relation<R extends AnyRecord = AnyRecord, K extends string = string, Many extends boolean = boolean>
  extends Source<R, K> {
  readonly via: string
  readonly many: Many
}

export const reads = <R extends AnyRecord, const K extends FieldName<R>>(record: R, ...fields: K[]): Source<R, K> => ({
  record,
  fields,
})

/** All rows of a kind whose link `via` (or one of whose links) is the subject, oldest first. */
export const those = <R extends AnyRecord, const K extends FieldName<R>>(
  record: R,
  via: keyof FieldsOf<R> & string,
  ...fields: K[]
): Relation<R, K, true> => ({ record, via, fields, many: true })

/** The one row at which the subject's own link `via` points; null where it is empty. */
export const theOne = <R extends AnyRecord, const K extends FieldName<R>>(
  via: string,
  record: R,
  ...fields: K[]
): Relation<R, K, false> => ({ record, via, fields, many: false })

type Relations = Readonly<Record<string, Relation>>
type Related<L extends Relations> = {
  readonly [N in keyof L]: L[N] extends Relation<infer R, infer K, infer Many>
    ? Many extends true
      ? readonly Seen<R, K>[]
      : Seen<R, K> | null
    : never
}

/** A measure that a firm may set: a form field with its unit and its bounds. */
export interface Param {
  readonly words: Words
  readonly unit: 'days' | 'hours' | 'minutes'
  readonly default: number
  readonly min: number
  readonly max: number
}
export type Params = Readonly<Record<string, Param>>
type Values<P extends Params> = { readonly [N in keyof P]: number }

const param =
  (unit: Param['unit']) =>
  (words: Words, measure: { default: number; min: number; max: number }): Param => ({ words, unit, ...measure })
export const days = param('days')
export const hours = param('hours')
export const minutes = param('minutes')

/** A record that proves a verdict. */
export interface Proof {
  readonly record: string
  readonly id: string
  readonly number: string
}

/** The answer about one subject. `until`: the instant at which time alone may change it. */
export interface Verdict {
  readonly is: 'ok' | 'bad' | 'unknown'
  readonly text: Words
  readonly proof: readonly Proof[]
  readonly until: string | null
}

type Answer = (
  zh: string,
  en: string,
  more?: { proof?: readonly Proof[]; until?: string | null | undefined },
) => Verdict
const answer =
  (is: Verdict['is']): Answer =>
  (zh, en, { proof = [], until = null } = {}) => ({ is, text: [zh, en], proof, until })
export const ok = answer('ok')
export const bad = answer('bad')
export const unknown = answer('unknown')

export const proofOf = (record: AnyRecord, row: { id: string; number: string }): Proof => ({
  record: record.name,
  id: row.id,
  number: row.number,
})

/** When it is judged: an instant and the firm's date, and the first instant of any date where the firm is. */
export interface Moment {
  readonly now: string
  readonly today: string
  dawn(date: string): string
}

export interface Spec<R extends AnyRecord, K extends string, L extends Relations, P extends Params> {
  /** Of the clause of the source that it proves: `A-01`. */
  readonly id: string
  readonly version: number
  readonly area: RuleArea
  readonly title: Words
  /** What would make good whatever breaks it. */
  readonly remedy: Words
  readonly subject: Source<R, K>
  readonly with?: L
  readonly params?: P
  /** An empty register is no kept rule: with fewer subjects there is no evidence. One, unless it says. */
  readonly minSubjects?: number
  /** The subject's own link to whoever answers for it. */
  readonly owner?: K
  inScope?(subject: Seen<R, K>, about: Moment & { readonly p: Values<P> }): boolean
  /** Null where what stands beside it shows that the rule does not concern it. */
  judge(subject: Seen<R, K>, about: Moment & { readonly p: Values<P> } & Related<L>): Verdict | null
}

/** A control as the engine takes it; what it was told by types is checked and needed no more. */
export interface Control {
  readonly id: string
  readonly version: number
  readonly area: RuleArea
  readonly title: Words
  readonly remedy: Words
  readonly subject: Source
  readonly with: Relations
  readonly params: Params
  readonly minSubjects: number
  readonly owner: string | null
  inScope(subject: object, about: object): boolean
  judge(subject: object, about: object): Verdict | null
}

/** Declares a control once: what it is about, what it reads, and how one subject is judged. */
export const control = <
  R extends AnyRecord,
  const K extends string,
  L extends Relations = Record<never, never>,
  P extends Params = Record<never, never>,
>(
  spec: Spec<R, K, L, P>,
): Control =>
  ({
    with: {},
    params: {},
    minSubjects: 1,
    owner: null,
    inScope: () => true,
    ...spec,
  }) as unknown as Control

/** The measures it judges by where a firm has set none. */
export const defaultsOf = ({ params }: Pick<Control, 'params'>): Record<string, number> =>
  Object.fromEntries(Object.entries(params).map(([name, one]) => [name, one.default]))

/** One subject judged; null where it is out of scope. An evaluator that fails proves nothing. */
export function judged(
  control: Control,
  subject: object,
  related: object,
  about: Moment & { readonly p: Readonly<Record<string, number>> },
): Verdict | null {
  try {
    if (!control.inScope(subject, about)) return null
    return control.judge(subject, { ...related, ...about })
  } catch (error) {
    const { message } = error as Error
    return unknown(`评判出错:${message}`, `It could not be judged: ${message}`)
  }
}
