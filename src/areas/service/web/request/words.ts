import type { Words } from '../../../../record/words.ts'

export const requestScreenWords = {
  answers: ['申请内容', 'What was ordered'],
  edition: ['版', 'edition'],
  progress: ['办理进度', 'Progress'],
  done: ['完成', 'done'],
  skipped: ['跳过', 'skipped'],
  noTasks: [
    '这项申请没有分列任务,由办理人直接办结。',
    'This has no tasks of its own: whoever has it in hand fulfils it.',
  ],
  after: ['等', 'after'],
  asked: ['请您说明', 'We need to know'],
  askedHint: ['在下方评论中答复即可,办理随即继续。', 'Answer in a comment below: the work goes on at once.'],
  partly: ['部分办结', 'Partly fulfilled'],
  rejected: ['未予办理', 'Not done'],
  withdrawn: ['已撤回', 'Withdrawn'],
  outcome: ['办理说明', 'Outcome'],
  waits: ['正在等待审批。', 'It waits for approval.'],
  instructions: ['做法', 'How'],
} as const satisfies Record<string, Words>
