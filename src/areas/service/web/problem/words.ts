import type { Words } from '../../../../record/words.ts'

export const problemScreenWords = {
  workaround: ['临时办法', 'Until then'],
  fish: ['鱼骨图', 'Fishbone'],
  fishOf: ['原因按类别画在主骨两侧', 'Causes by kind along the spine'],
  whys: ['五个为什么', 'Five whys'],
  noAnalysis: [
    '还没有分析。编辑本问题,填写“五个为什么”或鱼骨图。',
    'Not analysed yet. Edit the problem and fill in the five whys or the fishbone.',
  ],
  knownErrors: ['可能是已知错误', 'Perhaps a known error'],
  counted: ['本故障已计入', 'This one is counted there'],
  draftArticle: ['写成知识文章', 'Write it up as an article'],
  toProblem: ['登记为问题', 'Log a problem'],
} as const satisfies Record<string, Words>
