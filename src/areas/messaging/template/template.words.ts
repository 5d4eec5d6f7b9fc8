import { wordsFor } from '../../../record/record.ts'
import { template } from './template.record.ts'

export const templateWords = wordsFor(template, {
  name: ['消息模板', 'Template'],
  plural: ['消息模板', 'Templates'],
  empty: ['还没有消息模板,通知用系统自带的文字。', 'No templates yet: messages use the house’s own wording.'],
  fields: {
    name: ['名称', 'Name'],
    record: ['用于', 'For'],
    act: ['动作或缘由', 'Act or reason'],
    subjectZh: ['中文标题', 'Subject in Chinese'],
    textZh: ['中文正文', 'Text in Chinese'],
    subjectEn: ['英文标题', 'Subject in English'],
    textEn: ['英文正文', 'Text in English'],
  },
  states: { draft: ['草稿', 'Draft'], 'in-use': ['使用中', 'In use'], stopped: ['停用', 'Stopped'] },
  verbs: { use: ['启用', 'Use'], stop: ['停用', 'Stop'] },
  choices: {},
})
