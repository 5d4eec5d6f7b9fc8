import { dayAway } from '../../../record/time.ts'

/** By when somebody signs who is asked today: with the others, or in as many days as they had. */
export const dueFor = (campaign: { readonly dueOn: string | null; readonly days: number }, today: string): string => {
  const own = dayAway(today, campaign.days)
  return campaign.dueOn !== null && campaign.dueOn > own ? campaign.dueOn : own
}

/** So many days before it is due a reminder comes; once it is late, on the next morning and then every week. */
const daysAhead = 3
const daysBetween = 7

/** The morning of the first reminder. */
export function firstReminder(dueOn: string, today: string): string {
  const ahead = dayAway(dueOn, -daysAhead)
  return ahead > today ? ahead : dayAway(today, 1)
}

/** The morning after this one on which they are reminded. */
export const nextReminder = (dueOn: string, today: string): string =>
  dueOn >= today ? dayAway(dueOn, 1) : dayAway(today, daysBetween)
