import { type Fault, fault } from '../../../record/problem.ts'
import { allAgree, type Line, type Outcome, type Within } from '../stocktake/result.rules.ts'

export const kinds = ['wrong-place', 'wrong-holder', 'missing', 'surplus', 'twice'] as const
export type Kind = (typeof kinds)[number]

/** What may be done: take over what was found, report lost, register a new asset, or leave it with a reason. */
export const decisions = ['correct', 'lose', 'register', 'leave'] as const
export type Decision = (typeof decisions)[number]

interface Decided {
  readonly kind: Kind
  readonly asset: string | null
  readonly foundPlace: string | null
  readonly foundHolder: string | null
  readonly decision: Decision | null
  readonly reason: string | null
  readonly newName: string | null
  readonly newCategory: string | null
}

/** What may be decided of a difference of this kind. */
export function decisionsFor({ kind, asset, foundPlace, foundHolder }: Omit<Decided, 'decision'>): Decision[] {
  if (kind === 'missing') return ['lose', 'leave']
  if (asset === null) return ['register', 'leave']
  return foundPlace === null && foundHolder === null ? ['leave'] : ['correct', 'leave']
}

/** What does not fit in a decision. */
export function unfitting(row: Decided): Fault[] {
  if (row.decision === null) return []
  if (!decisionsFor(row).includes(row.decision))
    return [fault('decision', 'does-not-fit', '这类差异不能这样处理。', 'This difference is not settled that way.')]
  const wanted = row.decision === 'register' ? (['newName', 'newCategory'] as const) : []
  return [
    ...(['leave', 'lose'].includes(row.decision) && !row.reason
      ? [fault('reason', 'required', '请写明理由。', 'Say why.')]
      : []),
    ...wanted
      .filter((name) => !row[name])
      .map((name) => fault(name, 'required', '此项必填。', 'This must be filled in.')),
  ]
}

/** The register as it stands: of an asset that was expected beside what was frozen of it. */
export interface Standing extends Line {
  readonly state: string
}

/** Was the asset moved, handed over or put into another state since then? */
export const movedSince = (then: Standing, now: Standing): boolean =>
  then.location !== now.location || then.custodian !== now.custodian || then.state !== now.state

/** Says the register already what was found? */
export const isSo = (found: { place: string | null; holder: string | null }, now: Standing): boolean =>
  (found.place === null || found.place === now.location) && (found.holder === null || found.holder === now.custodian)

/**
 * What is proposed: to take over a place or holder that one voice told of an asset the register has not moved meanwhile. What takes
 * something away or makes something new is for a person to say, and so is which of two voices is right.
 */
export function proposalFor(
  outcome: Outcome,
  then: Standing | null,
  now: Standing | null,
  within: Within,
): Decision | null {
  const { result, stands, voices } = outcome
  if (result === 'missing' || now === null || stands === null) return null
  if (then && movedSince(then, now)) return null
  if (voices.length > 1 && !allAgree(now, voices, within)) return null
  if (allAgree(now, voices, within)) return 'leave'
  return ['disposed', 'lost', 'ordered'].includes(now.state) ? null : 'correct'
}
