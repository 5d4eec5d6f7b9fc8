import type { Words } from '../../record/words.ts'
import type { Why } from './telling.rules.ts'

/** How the house itself says why somebody is told: the subject of a message, and a line of the bell. */
export const headlines: Readonly<Record<Why | 'ended' | 'put-down', Words>> = {
  approval: [
    '请您审批:{{verb}}{{record}} {{number}} {{label}}',
    'Your approval is asked: {{verb}} {{record}} {{number}} {{label}}',
  ],
  ended: [
    '您提出的审批未办成:{{verb}}{{record}} {{number}} {{label}}',
    'Not done after all: {{verb}} {{record}} {{number}} {{label}}',
  ],
  mention: ['{{by}}在{{record}} {{number}} 中提到您:{{label}}', '{{by}} named you on {{record}} {{number}}: {{label}}'],
  assigned: ['{{by}}把{{record}} {{number}} 交给您:{{label}}', '{{by}} gave you {{record}} {{number}}: {{label}}'],
  'put-down': [
    '{{by}}把您记为{{record}} {{number}} 的{{field}}:{{label}}',
    '{{by}} put you down under “{{field}}” of {{record}} {{number}}: {{label}}',
  ],
  clock: ['{{record}} {{number}} {{verb}}:{{label}}', '{{record}} {{number}}: {{verb}}: {{label}}'],
  rule: ['{{record}} {{number}} {{verb}}:{{label}}', '{{record}} {{number}}: {{verb}}: {{label}}'],
  watched: ['{{record}} {{number}} {{verb}}:{{label}}', '{{record}} {{number}}: {{verb}}: {{label}}'],
}

/** What stands below the subject where no template says otherwise. */
export const usualText: Words = [
  '{{headline}}\n\n{{changes}}\n{{comment}}\n\n{{by}} {{at}}\n{{link}}',
  '{{headline}}\n\n{{changes}}\n{{comment}}\n\n{{by}}, {{at}}\n{{link}}',
]

/** What is done to every record, as a message says it. */
export const actWords: Readonly<Record<string, Words>> = {
  create: ['新建', 'created'],
  update: ['已修改', 'changed'],
  comment: ['有新评论', 'commented on'],
  'edit-comment': ['评论已修改', 'a comment was changed'],
  'withdraw-comment': ['评论已撤回', 'a comment was withdrawn'],
  link: ['添加了关联', 'linked'],
  unlink: ['解除了关联', 'unlinked'],
  attach: ['添加了文件', 'a file was added'],
  detach: ['移除了文件', 'a file was removed'],
  'clock-warned': ['时限将到', 'time is running out'],
  'clock-escalated': ['时限已升级', 'time is running out, escalated'],
  'clock-breached': ['已超时', 'overdue'],
}

export const system: Words = ['系统', 'The system']

/** The subject of several at once. */
export const digestSubject = (count: number): Words => [`${count} 条通知`, `${count} notices`]

/** Of others of which it tells along with one. */
export const moreWords = (count: number): Words =>
  count === 0 ? ['', ''] : [`(另有 ${count} 条)`, ` (and ${count} more)`]
