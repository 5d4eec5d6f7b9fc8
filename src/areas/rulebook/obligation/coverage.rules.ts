import { speaksTo } from '../pack/pack.rules.ts'

export interface PointOf {
  readonly controls: readonly string[]
  readonly clauses: readonly { readonly policy: string; readonly clause: string }[]
}

export interface ClauseOf {
  /** The code of its policy. */
  readonly policy: string
  readonly clause: string
  readonly controls: readonly string[]
}

/** Whether a clause of ours meets a point: because the firm says so, or by a control that both name. */
export const meets = (point: PointOf, clause: ClauseOf): boolean =>
  point.clauses.some((one) => one.policy === clause.policy && one.clause === clause.clause) ||
  clause.controls.some((id) => speaksTo(point.controls, id))
