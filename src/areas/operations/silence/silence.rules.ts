/** Which alarms a silence means. Pure. */
import { type Fault, fault } from '../../../record/problem.ts'
import { msOf } from '../../../record/time.ts'

export interface Matcher {
  readonly component: string | null
  readonly source: string | null
  readonly keyPattern: string | null
  readonly level: 'warning' | 'critical'
}

/** What of an alarm a silence, a grouping or a policy goes by. */
export interface Heard {
  readonly key: string
  readonly severity: 'warning' | 'critical'
  readonly component: string | null
  readonly source: string | null
}

/** Everything that it says must fit. */
export const silences = ({ component, source, keyPattern, level }: Matcher, heard: Heard): boolean =>
  (component !== null || source !== null || keyPattern !== null) &&
  (component === null || component === heard.component) &&
  (source === null || source === heard.source) &&
  (keyPattern === null || fits(keyPattern, heard.key)) &&
  (level === 'critical' || heard.severity === 'warning')

/** Does the text fit the pattern, in which `*` stands for anything? In time that grows with the text alone. */
export function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return first === text
  const last = rest.pop() ?? ''
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

export function silenceFaults(row: Matcher & { readonly until: string }, now: string, days: number): Fault[] {
  const faults: Fault[] = []
  if (row.component === null && row.source === null && row.keyPattern === null)
    faults.push(
      fault('component', 'required', '组件、来源、归并标识至少填一项。', 'Give a component, a source or a key.'),
    )
  if (row.until <= now) faults.push(fault('until', 'past', '到期时间已过。', 'This is past.'))
  else if (msOf(row.until) - msOf(now) > days * 86_400_000)
    faults.push(fault('until', 'too-long', `最长 ${days} 天。`, `${days} days at most.`))
  return faults
}
