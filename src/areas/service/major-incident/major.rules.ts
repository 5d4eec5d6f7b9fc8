import { instantAt, minuteMs, msOf } from '../../../record/time.ts'
import { gravities } from './major-incident.record.ts'

type Gravity = (typeof gravities)[number]

/** A rule of a regulator as far as its clock goes. */
export interface Duty {
  readonly id: string
  readonly gravity: Gravity
  readonly minutes: number
  readonly validFrom: string
  readonly validTo: string | null
}

export interface Major {
  readonly gravity: Gravity
  readonly startedAt: string
  readonly state: string
  readonly interval: number
  readonly nextUpdateAt: string | null
  readonly reports: readonly { readonly rule: string; readonly at: string }[]
}

/** Does the rule speak of an incident as grave as this, on the day it began? Dates are days of the firm's zone, `day` too. */
export const applies = ({ gravity, validFrom, validTo }: Duty, major: Pick<Major, 'gravity'>, day: string): boolean =>
  gravities.indexOf(major.gravity) >= gravities.indexOf(gravity) && validFrom <= day && (validTo ?? '9999') >= day

/** When the regulator is to be told: so many minutes by the wall after it began. */
export const reportDueAt = ({ minutes }: Pick<Duty, 'minutes'>, { startedAt }: Pick<Major, 'startedAt'>): string =>
  instantAt(msOf(startedAt) + minutes * minuteMs)

/** A moment of which those in charge hear once; `key` names it for good. */
export interface Mark {
  readonly kind: 'update-due' | 'update-late' | 'report-due' | 'report-late'
  readonly key: string
  readonly dueAt: string
  readonly rule: string | null
}

/** An update is called for so long before it is due, a report with so much of its time used up. */
const noticeMs = 5 * minuteMs
const noticeShare = 0.75

/** What has come by now: updates while it lasts, and reports until each was made. */
export function marksOf(major: Major, duties: readonly Duty[], now: string): Mark[] {
  const at = msOf(now)
  const marks: Mark[] = []
  const { nextUpdateAt, interval } = major
  if (nextUpdateAt && (major.state === 'declared' || major.state === 'mitigated')) {
    const due = msOf(nextUpdateAt)
    const mark = (kind: Mark['kind']): Mark => ({
      kind,
      key: `${kind} ${nextUpdateAt}`,
      dueAt: nextUpdateAt,
      rule: null,
    })
    if (at >= due) marks.push(mark('update-late'))
    else if (at >= due - Math.min(noticeMs, (interval * minuteMs) / 4)) marks.push(mark('update-due'))
  }
  for (const duty of duties) {
    if (major.state === 'stood-down' || major.reports.some(({ rule }) => rule === duty.id)) continue
    const dueAt = reportDueAt(duty, major)
    const mark = (kind: Mark['kind']): Mark => ({ kind, key: `${kind} ${duty.id} ${dueAt}`, dueAt, rule: duty.id })
    if (at >= msOf(dueAt)) marks.push(mark('report-late'))
    else if (at >= msOf(major.startedAt) + duty.minutes * minuteMs * noticeShare) marks.push(mark('report-due'))
  }
  return marks
}
