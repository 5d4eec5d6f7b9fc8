import { type Fault, fault } from '../../../record/problem.ts'
import { minuteOfDay } from '../../../record/time.ts'
import type { Total } from './method.settings.ts'

/** What cannot be true of a plan. */
export function planFaults({ at, totals }: { readonly at: string; readonly totals: readonly Total[] }): Fault[] {
  const faults: Fault[] = []
  if (minuteOfDay(at) === null) faults.push(fault('at', 'time', '时刻写作 20:00。', 'A time reads 20:00.'))
  const names = totals.map(({ name }) => name)
  for (const [n, name] of names.entries())
    if (names.indexOf(name) < n)
      faults.push(fault(`totals.${n}.name`, 'twice', `「${name}」出现两次。`, `${name} is there twice.`))
  for (const [n, { check, least }] of totals.entries())
    if (check === 'least' && least === undefined)
      faults.push(fault(`totals.${n}.least`, 'required', '请填写最少应有多少。', 'Say how many it must be at least.'))
  return faults
}
