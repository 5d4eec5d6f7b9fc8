import { wordsFor } from '../../../record/record.ts'
import { customField } from './custom-field.record.ts'

export const customFieldWords = wordsFor(customField, {
  name: ['自定义项', 'Custom field'],
  plural: ['自定义项', 'Custom fields'],
  empty: [
    '还没有自定义项。某类记录要多登记一项时,在这里添加。',
    'No custom fields yet. Add one here when a kind of record should hold something more.',
  ],
  fields: {
    name: ['名称(中文)', 'Name (Chinese)'],
    nameEn: ['名称(英文)', 'Name'],
    record: ['记录种类', 'Kind of record'],
    key: ['标识', 'Key'],
    kind: ['类型', 'Type'],
    choices: ['可选值', 'Choices'],
    when: ['适用于(须全部满足)', 'Asked where all of this holds'],
    required: ['必填', 'Required'],
    position: ['排序', 'Position'],
  },
  states: { draft: ['草稿', 'Draft'], active: ['启用', 'Active'], retired: ['停用', 'Retired'] },
  verbs: { activate: ['启用', 'Activate'], retire: ['停用', 'Retire'] },
  choices: {
    kind: {
      text: ['单行文字', 'Text'],
      prose: ['多行文字', 'Long text'],
      number: ['数字', 'Number'],
      flag: ['是/否', 'Yes or no'],
      date: ['日期', 'Date'],
      choice: ['单选', 'Choice'],
    },
  },
})
