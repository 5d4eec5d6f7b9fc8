/** How urgent and how wide: the two questions whose answers give the priority. */
export type Level = 'high' | 'medium' | 'low'
export type Priority = 'p1' | 'p2' | 'p3' | 'p4'

const matrix: Record<Level, Record<Level, Priority>> = {
  high: { high: 'p1', medium: 'p2', low: 'p3' },
  medium: { high: 'p2', medium: 'p3', low: 'p4' },
  low: { high: 'p3', medium: 'p4', low: 'p4' },
}

/** Priority from impact × urgency; what may affect trading is never below the second. */
export function priorityOf(impact: Level, urgency: Level, affectsTrading: boolean): Priority {
  const priority = matrix[impact][urgency]
  return affectsTrading && priority > 'p2' ? 'p2' : priority
}
