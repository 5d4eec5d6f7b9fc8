import type { Words } from '../../../../record/words.ts'

export const calendarWords = {
  title: ['演练日历', 'Drill calendar'],
  intro: ['有效预案各在何时演练过、何时须再演练', 'When each plan in force was rehearsed, and when it must be again'],
  takeAlong: ['离线副本', 'Take them along'],
  before: ['上一年', 'The year before'],
  after: ['下一年', 'The year after'],
  plan: ['预案', 'Plan'],
  due: ['应演练日', 'Due'],
  overdue: ['已逾期', 'Overdue'],
  none: ['还没有有效的预案。先写一份并获批准。', 'No plan is in force yet. Write one and have it approved.'],
  planned: ['计划', 'Planned'],
  held: ['待评估', 'Held'],
  met: ['达到', 'Met'],
  missed: ['未达到', 'Missed'],
  mustBe: ['须演练', 'Due'],
} as const satisfies Record<string, Words>
