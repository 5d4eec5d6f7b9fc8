import { type Fault, fault } from '../../../record/problem.ts'
import type { RowOf } from '../../../record/record.ts'
import { instantAt, minuteMs, minuteOfDay } from '../../../record/time.ts'
import type { periodicDuty } from './periodic-duty.record.ts'

type Duty = Pick<RowOf<typeof periodicDuty>, 'at' | 'startsOn' | 'endsOn' | 'signed' | 'statement'>

export function dutyFaults({ at, startsOn, endsOn, signed, statement }: Duty): Fault[] {
  const faults: Fault[] = []
  if (minuteOfDay(at) === null) faults.push(fault('at', 'time', '时刻写作 09:00。', 'A time reads 09:00.'))
  if (endsOn !== null && endsOn < startsOn)
    faults.push(fault('endsOn', 'order', '终止日期早于起始日期。', 'It ends before it begins.'))
  if (signed && !statement)
    faults.push(
      fault('statement', 'required', '须签字的工作要写明签字声明的内容。', 'What is signed must be said: fill it in.'),
    )
  return faults
}

/** When a task that is due at this moment (milliseconds since 1970) appears, is late, and is missed. */
export function windowOf(
  { opensBefore, closesAfter }: { readonly opensBefore: number; readonly closesAfter: number },
  due: number,
): { opensAt: string; dueBy: string; closesAt: string } {
  return {
    opensAt: instantAt(due - opensBefore * minuteMs),
    dueBy: instantAt(due),
    closesAt: instantAt(due + closesAfter * minuteMs),
  }
}

/** One task as history reads it. */
export interface Kept {
  readonly state: string
  readonly late: boolean
}

/** How well a duty was kept: of those settled, how many were done in time, done late, and missed; percent of all that were done. */
export function kept(tasks: readonly Kept[]) {
  const done = tasks.filter(({ state }) => state === 'done')
  const late = done.filter((one) => one.late).length
  const missed = tasks.filter(({ state }) => state === 'missed').length
  const settled = done.length + missed
  return {
    onTime: done.length - late,
    late,
    missed,
    // Never rounded up to all of them: one that was missed shows.
    rate: settled === 0 ? null : Math.floor((1_000 * done.length) / settled) / 10,
  }
}
