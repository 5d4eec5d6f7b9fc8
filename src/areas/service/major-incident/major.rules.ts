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

/** What regulators may have to be told of: how grave it is, and when their time began. */
export interface Case {
  readonly gravity: Gravity
  readonly startedAt: string
}

export interface Major extends Case {
  readonly state: string
  readonly interval: number
  readonly nextUpdateAt: string | null
  readonly reports: readonly { readonly rule: string; readonly at: string }[]
}

/** Does the rule speak of an incident as grave as this, on the day it began? Dates are days of the firm's zone, `day` too. */
export const applies = ({ gravity, validFrom, validTo }: Duty, of: Pick<Case, 'gravity'>, day: string): boolean =>
  gravities.indexOf(of.gravity) >= gravities.indexOf(gravity) && validFrom <= day && (validTo ?? '9999') >= day

/** When the regulator is to be told: so many minutes by the wall after it began. */
export const reportDueAt = ({ minutes }: Pick<Duty, 'minutes'>, { startedAt }: Pick<Case, 'startedAt'>): string =>
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
  if (major.state === 'stood-down') return marks
  const open = duties.filter(({ id }) => !major.reports.some(({ rule }) => rule === id))
  return [...marks, ...open.flatMap((duty) => reportMarksOf(duty, major, now))]
}

/** What has come by now of a report that nobody has made yet. */
export function reportMarksOf(duty: Pick<Duty, 'id' | 'minutes'>, of: Pick<Case, 'startedAt'>, now: string): Mark[] {
  const dueAt = reportDueAt(duty, of)
  const mark = (kind: Mark['kind']): Mark => ({ kind, key: `${kind} ${duty.id} ${dueAt}`, dueAt, rule: duty.id })
  if (msOf(now) >= msOf(dueAt)) return [mark('report-late')]
  return msOf(now) >= msOf(of.startedAt) + duty.minutes * minuteMs * noticeShare ? [mark('report-due')] : []
}
