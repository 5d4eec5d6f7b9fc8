import type { Words } from '../../../record/words.ts'

/** Words of administration's own screens. */
export const adminWords = {
  why: ['权限说明', 'Why may they'],
  whyHint: [
    '选择人员、记录和动作,逐条说明为什么可以或不可以。',
    'Choose a person, a record and an act: each thing that is asked on the way, and whether it holds.',
  ],
  whoAsks: ['人员', 'Person'],
  onRecord: ['记录种类', 'Kind of record'],
  doing: ['动作', 'Act'],
  row: ['哪一条', 'Which one'],
  may: ['可以', 'may'],
  mayNot: ['不可以', 'may not'],
  holds: ['成立', 'Holds'],
  holdsNot: ['不成立', 'Does not hold'],
} as const satisfies Readonly<Record<string, Words>>
