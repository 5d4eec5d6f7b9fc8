import { numberSetting } from '../../../record/setting.ts'

export const auditSample = numberSetting('audit-sample', {
  group: 'house',
  words: ['审计抽样数', 'Subjects sampled in an audit'],
  unit: ['个/控制项', 'of each control'],
  hint: [
    '开始现场审计时,每个控制项抽取的对象数;未遵守的与遵守的各约一半。审计上另有填写的,以审计为准。',
    'How many subjects of each control are drawn as fieldwork opens, about half of them offenders. An audit may say otherwise.',
  ],
  default: 6,
  least: 1,
  most: 60,
})
