import { type Fault, fault } from '../../../record/problem.ts'

/** A rule as far as a conflict depends on it. */
export interface Separation {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly first: readonly string[]
  readonly second: readonly string[]
}

/** A grant that somebody has or will have. */
export interface HeldGrant {
  readonly id: string
  readonly number: string
  readonly title: string | null
  readonly accessRight: string
}

export interface Conflict {
  readonly rule: Separation
  readonly grant: HeldGrant
}

const parts = ({ first, second }: Separation, one: string, other: string): boolean =>
  (first.includes(one) && second.includes(other)) || (second.includes(one) && first.includes(other))

/** What a right would be in conflict with, beside what its holder has already. */
export const conflictsOf = (
  right: string,
  held: readonly HeldGrant[],
  rules: readonly Separation[],
): readonly Conflict[] =>
  rules.flatMap((rule) => held.flatMap((grant) => (parts(rule, right, grant.accessRight) ? [{ rule, grant }] : [])))

interface Asked {
  readonly measure: string | null
  readonly endsAt: string | null
}

/** Whoever wants both says what is done so that no harm comes of it, and until when; the refusal names grant and rule. */
export function conflictFaults(conflicts: readonly Conflict[], { measure, endsAt }: Asked): Fault[] {
  if (conflicts.length === 0 || (measure !== null && endsAt !== null)) return []
  const path = measure === null ? 'measure' : 'endsAt'
  return conflicts.map(({ rule, grant }) =>
    fault(
      path,
      'duty-conflict',
      `与已有授权 ${grant.number}「${grant.title ?? ''}」冲突(${rule.number} ${rule.title})。确需兼有的,写明补偿措施和截止时间,由上一级批准。`,
      `In conflict with ${grant.number} “${grant.title ?? ''}” (${rule.number} ${rule.titleEn ?? rule.title}). Where both are needed, say what is done meanwhile and until when; somebody one step up agrees.`,
    ),
  )
}

/** A rule has two sides, and no right on both. */
export function separationFaults({ first, second }: Pick<Separation, 'first' | 'second'>): Fault[] {
  const faults: Fault[] = []
  if (first.length === 0) faults.push(fault('first', 'required', '至少选一项权限。', 'Name at least one right.'))
  if (second.length === 0) faults.push(fault('second', 'required', '至少选一项权限。', 'Name at least one right.'))
  if (first.some((id) => second.includes(id)))
    faults.push(
      fault('second', 'in-both', '同一项权限不能同时在两组中。', 'A right stands in one of the two sets only.'),
    )
  return faults
}
