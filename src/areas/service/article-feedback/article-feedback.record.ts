import { f } from '../../../record/field.ts'
import { defineRecord } from '../../../record/record.ts'
import { nobody, role } from '../../../record/rule.ts'

/** What one person says of one article (文章反馈): whether it helped, and whether it spared them a question to the desk. */
export const articleFeedback = defineRecord('article-feedback', {
  number: 'FBK',
  plural: 'article-feedback',
  label: 'verdict',
  fields: {
    article: f.link('article', { by: 'system', filter: true }),
    person: f.link('person', { by: 'system', filter: true }),
    verdict: f.choice(['solved', 'helpful', 'not-helpful'], { by: 'system', filter: true }),
    /** What they had searched for. */
    asked: f.text({ by: 'system', max: 200, optional: true }),
    words: f.text({ by: 'system', max: 500, optional: true }),
  },
  states: ['given'],
  transitions: {},
  access: { read: role('engineer', 'manager', 'auditor'), create: nobody, update: nobody },
})
