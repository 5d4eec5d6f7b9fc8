import { numberSetting } from '../../../record/setting.ts'

export const sampleHourly = numberSetting('judgement-sample-hourly', {
  group: 'house',
  words: ['控制判定:每小时抽样复判', 'Verdicts judged afresh every hour'],
  unit: ['个对象', 'subjects'],
  hint: [
    '从全部控制项的现有判定中抽取,重新评判并比较;0 表示不抽样。',
    'Drawn from what stands of every control, judged afresh and compared; 0: none.',
  ],
  default: 200,
  least: 0,
  most: 5_000,
})
