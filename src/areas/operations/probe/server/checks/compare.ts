import type { Comparison } from '../../kinds/parts.settings.ts'
import { down, type Finding, slow, up } from './check.ts'

/** What makes a value bad; a threshold left out is not judged. */
export interface Thresholds {
  readonly warnWhen?: Comparison | undefined
  readonly downWhen?: Comparison | undefined
}

/** A value against its thresholds; `note` is said where none holds. */
export function compared({ warnWhen, downWhen }: Thresholds, value: number, note: string): Finding {
  if (downWhen && holds(value, downWhen)) return down(said(downWhen), value)
  if (warnWhen && holds(value, warnWhen)) return slow(said(warnWhen), value)
  return up(note, value)
}

function holds(value: number, { op, than }: Comparison): boolean {
  switch (op) {
    case '<':
      return value < than
    case '<=':
      return value <= than
    case '=':
      return value === than
    case '!=':
      return value !== than
    case '>=':
      return value >= than
    case '>':
      return value > than
  }
}

const said = ({ op, than }: Comparison) => `${op} ${than}`
