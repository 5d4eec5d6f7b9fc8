import { type Fault, fault } from '../../../record/problem.ts'

/**
 * A department cannot stand below itself. `parents` maps each department to its parent, as stored, without the
 * change that is asked for.
 */
export function noLoop(id: string, parent: string | null, parents: ReadonlyMap<string, string | null>): Fault[] {
  for (let above = parent; above !== null; above = parents.get(above) ?? null) {
    if (above === id) {
      return [fault('parent', 'loop', '上级部门不能是本部门或其下级。', 'A department cannot stand below itself.')]
    }
  }
  return []
}
