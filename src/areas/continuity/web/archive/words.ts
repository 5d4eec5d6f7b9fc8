import type { Words } from '../../../../record/words.ts'

export const archiveScreenWords = {
  move: ['归档', 'Archiving'],
  dryRun: ['试算', 'Try it dry'],
  runNow: ['立即执行', 'Run now'],
  begun: ['已开始:', 'Begun: '],
  safe: [
    '逐批复制到归档库,核对行数、合计与校验值一致后才从源库删除;中途变动的行保留。',
    'Batch by batch it is copied, counts, sums and digests are proven the same, and only then does it leave the source; rows that change meanwhile stay.',
  ],
  stop: ['停止', 'Stop'],
  stopping: ['本批完成后停止…', 'Stops after this batch …'],
  stopHint: ['已移走的不退回。', 'What was moved stays moved.'],
  rows: ['行', 'rows'],
  would: ['将归档', 'Would move'],
  moved: ['已归档', 'Moved'],
  from: ['范围', 'From'],
  room: ['约占 MB', 'About MB'],
  batch: ['第几批', 'Batch'],
  kept: ['有变动而保留', 'Changed and kept'],
} as const satisfies Record<string, Words>
