import { type Fault, fault } from '../../../record/problem.ts'
import { minuteMs, msOf } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'

/** What is done: looked at and cared for, parts changed before they fail, or mended after. */
export const kinds = ['inspection', 'replacement', 'repair'] as const
export type Kind = (typeof kinds)[number]

/** What can be planned: nobody plans a repair. */
export const plannedKinds = ['inspection', 'replacement'] as const

export const kindWords = {
  inspection: ['巡检保养', 'Inspection'],
  replacement: ['更换部件', 'Replacement of parts'],
  repair: ['维修', 'Repair'],
} as const satisfies Record<Kind, Words>

/** How the assets are afterwards. */
export const outcomes = ['working', 'restricted', 'beyond-repair'] as const

/** Whole minutes between two instants; null while one is unknown. */
export const minutesBetween = (from: string | null, to: string | null): number | null =>
  from && to ? Math.round((msOf(to) - msOf(from)) / minuteMs) : null

interface Times {
  readonly reportedAt: string | null
  readonly respondedAt: string | null
  readonly finishedAt: string | null
}

/** Times come in order, and none lies ahead. */
export function timeFaults({ reportedAt, respondedAt, finishedAt }: Times, now: string): Fault[] {
  const faults: Fault[] = []
  const ordered: [string, string | null, string | null][] = [
    ['respondedAt', reportedAt, respondedAt],
    ['finishedAt', respondedAt ?? reportedAt, finishedAt],
  ]
  for (const [name, before, after] of ordered)
    if (before && after && after < before)
      faults.push(fault(name, 'out-of-order', '时间早于上一步。', 'This is before the step that came first.'))
  for (const [name, at] of Object.entries({ reportedAt, respondedAt, finishedAt }))
    if (at && at > now) faults.push(fault(name, 'ahead', '时间还没有到。', 'That time has not come.'))
  return faults
}
