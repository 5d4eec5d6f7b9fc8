import type { Words } from '../../../../record/words.ts'

export const maintenanceWords = {
  held: ['其间压下的异常', 'Held back'],
  nothingHeld: ['没有压下异常。', 'Nothing was held back.'],
  what: ['异常', 'Failure'],
  first: ['首次', 'First'],
  last: ['最近', 'Last'],
  times: ['次数', 'Times'],
  became: ['结果', 'Outcome'],
  over: ['已恢复', 'Well again'],
  waiting: ['未恢复', 'Not well'],
  under: ['维护中', 'Being worked on'],
  until: ['至', 'until'],
} as const satisfies Record<string, Words>

/** `压下异常 3 项`: what a window holds back of a component. */
export const heldWords = (count: number): Words =>
  count === 0 ? ['没有异常', 'nothing failed'] : [`压下异常 ${count} 项`, `${count} held back`]
