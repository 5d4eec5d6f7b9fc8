import type { Words } from '../../../record/words.ts'

/** How urgent and how wide: the two questions whose answers give the priority. */
export const levels = ['high', 'medium', 'low'] as const
export const priorities = ['p1', 'p2', 'p3', 'p4'] as const
export type Level = (typeof levels)[number]
export type Priority = (typeof priorities)[number]

/** Priority by impact, then urgency. */
export type Matrix = Readonly<Record<Level, Readonly<Record<Level, Priority>>>>

/** As the house comes; a firm's own cells (priority rules) stand over it. */
export const usualMatrix: Matrix = {
  high: { high: 'p1', medium: 'p2', low: 'p3' },
  medium: { high: 'p2', medium: 'p3', low: 'p4' },
  low: { high: 'p3', medium: 'p4', low: 'p4' },
}

/** The usual matrix with the cells that the firm has set. */
export function matrixWith(
  cells: readonly { readonly impact: Level; readonly urgency: Level; readonly priority: Priority }[],
): Matrix {
  const made = structuredClone(usualMatrix) as Record<Level, Record<Level, Priority>>
  for (const { impact, urgency, priority } of cells) made[impact][urgency] = priority
  return made
}

/** What a priority follows from. */
export interface Asked {
  readonly impact: Level
  readonly urgency: Level
  readonly affectsTrading: boolean
}

/** Priority from impact × urgency; what may affect trading is never below the second. */
export function priorityOf(matrix: Matrix, { impact, urgency, affectsTrading }: Asked): Priority {
  const priority = matrix[impact][urgency]
  return affectsTrading && priority > 'p2' ? 'p2' : priority
}

export const levelWords = {
  high: ['高', 'High'],
  medium: ['中', 'Medium'],
  low: ['低', 'Low'],
} as const satisfies Record<Level, Words>

export const priorityWords = {
  p1: ['P1 最高', 'P1 critical'],
  p2: ['P2 高', 'P2 high'],
  p3: ['P3 中', 'P3 medium'],
  p4: ['P4 低', 'P4 low'],
} as const satisfies Record<Priority, Words>

/** Where somebody still has to do something. */
export const openStates = ['new', 'assigned', 'in-progress', 'waiting'] as const
