import { type Fault, fault } from '../../../record/problem.ts'
import { minuteOfDay } from '../../../record/time.ts'

interface Window {
  readonly windowFrom: string
  readonly windowTo: string
}

interface Drawn extends Window {
  readonly source: string
  readonly target: string
}

/** What cannot be true of a job. */
export function jobFaults({ source, target, windowFrom, windowTo }: Drawn): Fault[] {
  const faults: Fault[] = []
  for (const [field, time] of Object.entries({ windowFrom, windowTo }))
    if (minuteOfDay(time) === null) faults.push(fault(field, 'time', '时刻写作 20:00。', 'A time reads 20:00.'))
  if (windowFrom === windowTo)
    faults.push(
      fault('windowTo', 'empty-window', '允许时段的起止不能相同。', 'The hours must begin and end at different times.'),
    )
  if (source === target)
    faults.push(fault('target', 'same', '归档库不能就是源库。', 'The archive must not be the source itself.'))
  return faults
}

/** Whether a time of day, in minutes, lies within hours that may go past midnight. */
export function withinWindow({ windowFrom, windowTo }: Window, minute: number): boolean {
  const from = minuteOfDay(windowFrom)
  const to = minuteOfDay(windowTo)
  if (from === null || to === null) return false
  return from < to ? from <= minute && minute < to : from <= minute || minute < to
}
