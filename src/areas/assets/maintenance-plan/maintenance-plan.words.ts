import { wordsFor } from '../../../record/record.ts'
import { kindWords } from '../maintenance-order/maintenance-order.rules.ts'
import { maintenancePlan } from './maintenance-plan.record.ts'

export const maintenancePlanWords = wordsFor(maintenancePlan, {
  name: ['维保计划', 'Maintenance plan'],
  plural: ['维保计划', 'Maintenance plans'],
  empty: [
    '还没有维保计划。先从 UPS、精密空调和服务器的定期巡检建起。',
    'No plans yet. Begin with the regular inspection of UPS, air conditioning and servers.',
  ],
  fields: {
    name: ['名称', 'Name'],
    kind: ['类型', 'Kind'],
    assets: ['资产', 'Assets'],
    category: ['资产类别(未指定资产时)', 'Category (where no assets are named)'],
    everyMonths: ['每隔(月)', 'Every (months)'],
    startsOn: ['首次日期', 'First on'],
    leadDays: ['提前生成工单(天)', 'Order made ahead (days)'],
    nextOn: ['下次日期', 'Next on'],
    supplier: ['维保单位', 'Maintained by'],
    owner: ['负责人', 'Owner'],
    instructions: ['工作内容', 'What is to be done'],
  },
  states: { active: ['执行中', 'Active'], paused: ['暂停', 'Paused'], ended: ['终止', 'Ended'] },
  verbs: { pause: ['暂停', 'Pause'], resume: ['恢复', 'Resume'], end: ['终止', 'End'] },
  choices: { kind: { inspection: kindWords.inspection, replacement: kindWords.replacement } },
})
