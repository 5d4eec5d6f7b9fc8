import { prove } from '../proof.rules.ts'
import type { Finding } from '../shape.rules.ts'
import type { Laid, Planned } from './ground.ts'

/** What the proof would find beside what it finds already, if the duties were these. */
export function newFindings(laid: Laid, change: (watches: readonly Planned[]) => readonly Planned[]): Finding[] {
  const known = prove(laid, laid.wall)
  const isKnown = (one: Finding) =>
    known.some(
      (old) =>
        old.kind === one.kind &&
        old.position === one.position &&
        old.person === one.person &&
        old.from <= one.from &&
        old.to >= one.to,
    )
  return prove({ ...laid, watches: change(laid.watches) }, laid.wall).filter((one) => !isKnown(one))
}
