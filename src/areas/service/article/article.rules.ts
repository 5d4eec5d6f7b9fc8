import { type Fault, fault } from '../../../record/problem.ts'
import { dayAway } from '../../../record/time.ts'

/** What of an article says who reads it and when. */
interface Reach {
  readonly audience: 'everyone' | 'departments' | 'desk'
  readonly departments: readonly string[]
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Every fault of what is said about who reads it and when. */
export const reachFaults = ({ audience, departments, validFrom, validTo }: Reach): Fault[] => [
  ...(audience === 'departments' && departments.length === 0
    ? [fault('departments', 'required', '请选择可阅读的部门。', 'Choose the departments that may read it.')]
    : []),
  ...(validFrom && validTo && validTo < validFrom
    ? [fault('validTo', 'before-start', '截止日期早于开始日期。', 'It ends before it begins.')]
    : []),
]

/** The date on which a text that was looked at today is to be looked at again. */
export const nextReview = (today: string, everyDays: number): string => dayAway(today, everyDays)

/** A resolved incident as an article begins: what one sees, why, and what helps. */
export function bodyFrom(
  incident: { readonly description: string | null; readonly cause: string | null; readonly resolution: string | null },
  lang: 'zh' | 'en',
): string {
  const heads = lang === 'zh' ? ['现象', '原因', '解决办法'] : ['What one sees', 'Cause', 'What helps']
  return [incident.description, incident.cause, incident.resolution]
    .flatMap((text, i) => (text ? [`## ${heads[i]}\n\n${text}`] : []))
    .join('\n\n')
}
