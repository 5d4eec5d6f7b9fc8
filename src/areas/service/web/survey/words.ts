import type { Words } from '../../../../record/words.ts'

export const surveyScreenWords = {
  results: ['结果', 'Results'],
  none: ['还没有人回答。', 'Nobody has answered yet.'],
  answered: ['人已回答,共邀请', 'answered, of'],
  people: ['人', 'asked'],
  mean: ['平均', 'mean'],
  few: ['样本少,仅供参考', 'few answers: read with care'],
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  byService: ['按服务', 'By service'],
  byTeam: ['按团队', 'By team'],
  byHandler: ['按经办人', 'By who saw to it'],
  other: ['未注明', 'Not named'],
} as const satisfies Record<string, Words>
