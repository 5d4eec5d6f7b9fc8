import type { Words } from '../../../../record/words.ts'
import type { Hindrance } from '../../roster/generate.rules.ts'

export const rosterScreenWords = {
  fill: ['自动排班', 'Fill'],
  prove: ['重新检查', 'Prove again'],
  people: ['人员', 'People'],
  hours: ['工时', 'Hours'],
  nights: ['夜班', 'Nights'],
  holes: ['空岗', 'Holes'],
  whole: [
    '检查通过:每个交易时段的每一分钟都有经办与复核。',
    'Proved: a maker and a checker for every minute of every session.',
  ],
  found: ['检查发现', 'The proof finds'],
  away: ['假', 'away'],
  fixed: ['手工指定', 'Set by hand'],
  noPeople: ['没有可排的人员', 'Nobody to plan'],
  noPeopleHint: [
    '先设值班位置和班制,并让人员担任值班位置要求的岗位。',
    'Set up duty positions and shift patterns, and give people the posts that the positions ask for.',
  ],
  toPositions: ['值班位置', 'Duty positions'],
  keys: [
    '方向键移动 · 数字键排班 · Delete 移除 · Enter 选择',
    'Arrows move · a digit assigns · Delete removes · Enter opens the choice',
  ],
  grid: ['值班表', 'Roster'],
  remove: ['移除', 'Remove'],
  unfilled: ['排不上', 'Could not be filled'],
  effect: ['若批准', 'If it is approved'],
  noEffect: ['不会出现空岗,也不违反规则。', 'No hole opens and no rule is broken.'],
} as const satisfies Record<string, Words>

export const hindranceWords: Readonly<Record<Hindrance, Words>> = {
  'not-qualified': ['人不具资格', 'not qualified'],
  'on-leave': ['人请假', 'on leave'],
  'on-duty': ['人已在班', 'on duty already'],
  rest: ['人休息不足', 'short of rest'],
  nights: ['人连续夜班已满', 'at their limit of nights'],
  'week-hours': ['人周工时已满', 'at their limit of hours'],
}

export const filledWords = (filled: number, kept: number): Words => [
  `已排 ${filled} 班,保留手工 ${kept} 班`,
  `${filled} duties planned, ${kept} set by hand kept`,
]
