import type { ownControl } from '../../areas/rulebook/own-control/own-control.record.ts'
import type { ValuesOf } from '../../record/record.ts'

export const ownControls: readonly ValuesOf<typeof ownControl>[] = [
  {
    ...{
      code: 'X-001',
      title: '备份计划由他人批准',
      titleEn: 'A backup plan is approved by another',
      area: 'continuity',
    },
    ...{ reason: '内审提出:起草与批准应当分开,并能逐份查到。', record: 'backup-plan' },
    ...{ remedy: '修订后请起草人以外的人批准。', remedyEn: 'Revise it and have somebody else approve it.' },
    judges: { is: 'differ', one: 'createdBy', other: 'approvedBy' },
    scope: { states: ['effective'], values: [] },
    owner: 'owner',
  },
  {
    ...{
      code: 'X-002',
      title: '服务配有知识文章',
      titleEn: 'A service has an article in the knowledge base',
      area: 'service',
    },
    ...{ reason: '值班人员处理故障时应当有文章可查。', record: 'service' },
    ...{ remedy: '为该服务写一篇文章并发布。', remedyEn: 'Write an article for it and publish it.' },
    judges: { is: 'count', rows: 'article.service', states: ['published', 'due-for-review'], least: 1 },
    scope: { states: ['offered'], values: [] },
    owner: 'owner',
  },
]
