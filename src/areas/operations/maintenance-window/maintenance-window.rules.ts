/** Whether a window makes sense, and how what it held back is named at its end. Pure. */
import { type Fault, fault } from '../../../record/problem.ts'
import { msOf } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'

/** Longer than this nobody watches what is being worked on: that is no maintenance. Days. */
const longest = 14

interface Planned {
  readonly components: readonly string[]
  readonly startsAt: string
  readonly endsAt: string
}

export function windowFaults({ components, startsAt, endsAt }: Planned, now: string): Fault[] {
  const faults: Fault[] = []
  if (components.length === 0)
    faults.push(fault('components', 'required', '至少选一个组件。', 'Name at least one component.'))
  if (endsAt <= startsAt) faults.push(fault('endsAt', 'order', '结束须晚于开始。', 'It must end after it starts.'))
  else if (endsAt <= now) faults.push(fault('endsAt', 'past', '结束时间已过。', 'Its end is past.'))
  else if (msOf(endsAt) - msOf(startsAt) > longest * 86_400_000)
    faults.push(fault('endsAt', 'too-long', `最长 ${longest} 天。`, `${longest} days at most.`))
  return faults
}

/** The title of an alarm of what outlived its window. */
export function outlived(title: Words, window: string): Words {
  const [zh, en] = [`(维护窗口 ${window} 结束时仍未恢复)`, ` (still so at the end of maintenance window ${window})`]
  return [title[0].slice(0, 200 - zh.length) + zh, title[1].slice(0, 200 - en.length) + en]
}

export const heldText = (title: Words, window: string): Words => [
  `维护窗口 ${window} 期间,未告警:${title[0]}`,
  `Held back by maintenance window ${window}: ${title[1]}`,
]

/** The last line of a window: what it held back, and what of that is still bad. */
export function endedText(title: string, held: number, left: number): Words {
  const zh =
    held === 0 ? '其间没有异常。' : `其间压下异常 ${held} 项${left > 0 ? `,${left} 项仍未恢复` : ',均已恢复'}。`
  const en =
    held === 0 ? 'Nothing failed.' : `${held} held back, ${left > 0 ? `${left} still not well` : 'all well again'}.`
  return [`维护窗口结束:${title}。${zh}`, `Maintenance window over: ${title}. ${en}`]
}
