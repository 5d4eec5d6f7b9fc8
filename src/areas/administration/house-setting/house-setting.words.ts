import { wordsFor } from '../../../record/record.ts'
import { houseSetting } from './house-setting.record.ts'

export const houseSettingWords = wordsFor(houseSetting, {
  name: ['设置变更', 'Changed setting'],
  plural: ['设置变更', 'Changed settings'],
  empty: [
    '所有设置都是默认值。在「系统设置」页面更改。',
    'Every setting is as it comes. Change one on the page of settings.',
  ],
  fields: { key: ['设置项', 'Setting'], value: ['值', 'Value'], reason: ['更改原因', 'Reason'] },
  states: { set: ['已设置', 'Set'] },
  verbs: {},
  choices: {},
})
