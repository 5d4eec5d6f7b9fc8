/** Where a runbook of each trading day stands on one of them. */
export type DueState = 'due' | 'late' | 'missed' | 'in-progress' | 'finished' | 'aborted'

/**
 * The state of what is due on a trading day: its latest run's, or without one, due until its time, late after it, and
 * missed once the day is over. `dueAt` is null where the day has no such session; `today` is the present trading day.
 */
export function dueState(
  run: { readonly state: 'in-progress' | 'finished' | 'aborted' } | null,
  at: { readonly dueAt: string | null; readonly now: string; readonly day: string; readonly today: string | null },
): DueState {
  if (run) return run.state
  if (at.today !== null && at.day < at.today) return 'missed'
  return at.dueAt !== null && at.dueAt < at.now ? 'late' : 'due'
}
