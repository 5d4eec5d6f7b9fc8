import { type Fault, fault } from '../../../record/problem.ts'

/** After its window what was not done was missed, even before the system has said so. */
export const stillOpen = ({ closesAt }: { readonly closesAt: string }, { now }: { readonly now: string }): Fault[] =>
  now < closesAt
    ? []
    : [
        fault(
          'closesAt',
          'window-closed',
          '办理时限已过,只能说明错过的原因。',
          'Its window has closed: all that can be done is to say why it was missed.',
        ),
      ]

/** Where an open task stands at a moment. */
export const taskState = (
  { state, dueBy }: { readonly state: string; readonly dueBy: string },
  now: string,
): 'due' | 'late' | 'done' | 'missed' => {
  if (state === 'done' || state === 'missed') return state
  return dueBy < now ? 'late' : 'due'
}
