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

/** Which clauses of ours meet a point, in their order: those that the firm says, and those by a control that both name. */
export function meeting<C extends ClauseOf>(clauses: readonly C[]): (point: PointOf) => C[] {
  const byControl = new Map<string, number[]>()
  const byPlace = new Map<string, number[]>()
  const add = (to: Map<string, number[]>, key: string, n: number) => to.set(key, [...(to.get(key) ?? []), n])
  for (const [n, { policy, clause, controls }] of clauses.entries()) {
    add(byPlace, `${policy} ${clause}`, n)
    for (const id of controls) add(byControl, id, n)
  }
  return ({ controls, clauses: said }) => {
    const found = new Set([
      ...said.flatMap(({ policy, clause }) => byPlace.get(`${policy} ${clause}`) ?? []),
      ...[...byControl].flatMap(([id, some]) => (speaksTo(controls, id) ? some : [])),
    ])
    return [...found].sort((a, b) => a - b).map((n) => clauses[n] as C)
  }
}
