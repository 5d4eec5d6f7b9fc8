/** What the system says about a verdict, in both languages. Pure. */
import type { RowOf } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import { type Unit, unitOf } from './kinds/unit.rules.ts'
import type { probe } from './probe.record.ts'
import type { Verdict } from './probe.rules.ts'

const states: Readonly<Record<Verdict, Words>> = {
  unknown: ['状况未知', 'is unknown'],
  up: ['恢复正常', 'is up again'],
  slow: ['响应缓慢', 'is slow'],
  down: ['中断', 'is down'],
}

/** Of what is not about time. */
const warned: Words = ['达到预警值', 'is past a warning']
const isTime = (unit: Unit | null): boolean => unit === null || unit === 'ms'

type Named = Pick<RowOf<typeof probe>, 'name' | 'settings'>

/** `订单网关「健康检查」中断:HTTP 503` / `Order gateway (health check) is down: HTTP 503`. */
export function verdictTitle(
  component: string,
  { name: probe, settings }: Named,
  verdict: Verdict,
  note: string,
): Words {
  const [zh, en] = verdict === 'slow' && !isTime(unitOf(settings)) ? warned : states[verdict]
  const found = verdict === 'up' || note === '' ? '' : note
  return [
    `${component}「${probe}」${zh}${found && `:${found}`}`.slice(0, 200),
    `${component} (${probe}) ${en}${found && `: ${found}`}`.slice(0, 200),
  ]
}

export const flappingText = (title: Words, changes: number, minutes: number): Words => [
  `反复抖动:${title[0]}。${minutes} 分钟内变化 ${changes} 次,平稳之前不再逐次记录。`,
  `Flapping: ${title[1]}. ${changes} changes within ${minutes} minutes; none is written down singly until it is calm.`,
]

export const calmText = (changes: number): Words => [
  `已恢复平稳,其间共变化 ${changes} 次。`,
  `Calm again after ${changes} changes.`,
]

export const stillBadText = (title: Words, changes: number): Words => [
  `抖动停止,但仍未恢复:${title[0]}。其间共变化 ${changes} 次。`,
  `No longer flapping, but still not well: ${title[1]}. ${changes} changes in that time.`,
]

export const backText: Words = ['已恢复正常。', 'Back to normal.']

export const noLongerWatched: Words = ['探测已停,不再监视。', 'The probe was stopped; nobody is watching any more.']
