import { wordsFor } from '../../../record/record.ts'
import { controlSetting } from './control-setting.record.ts'

export const controlSettingWords = wordsFor(controlSetting, {
  name: ['控制参数', 'Control setting'],
  plural: ['控制参数', 'Control settings'],
  empty: [
    '各控制项都按默认参数评判。要改变某项的尺度,请在控制项页面提出。',
    'All controls judge by their defaults. Propose another measure on the page of a control.',
  ],
  fields: {
    control: ['控制项', 'Control'],
    values: ['取值', 'Values'],
    reason: ['理由', 'Reason'],
    effectiveOn: ['生效日期', 'Effective on'],
    approvedBy: ['批准人', 'Approved by'],
    approvedAt: ['批准时间', 'Approved at'],
    refuseReason: ['不同意的原因', 'Why it was refused'],
  },
  states: {
    proposed: ['待批准', 'Proposed'],
    approved: ['已批准', 'Approved'],
    'in-force': ['执行中', 'In force'],
    superseded: ['已被替代', 'Superseded'],
    refused: ['不同意', 'Refused'],
  },
  verbs: {
    approve: ['批准', 'Approve'],
    refuse: ['不同意', 'Refuse'],
    'take-effect': ['生效', 'Take effect'],
    supersede: ['被替代', 'Supersede'],
  },
  choices: {},
})
