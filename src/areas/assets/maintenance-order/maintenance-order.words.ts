import { wordsFor } from '../../../record/record.ts'
import { maintenanceOrder } from './maintenance-order.record.ts'
import { kindWords } from './maintenance-order.rules.ts'

export const maintenanceOrderWords = wordsFor(maintenanceOrder, {
  name: ['维保工单', 'Maintenance order'],
  plural: ['维保工单', 'Maintenance orders'],
  empty: [
    '还没有维保工单。设备报修在这里新建;定期维保由维保计划自动生成。',
    'No orders yet. A repair is made out here; regular maintenance comes from its plans by itself.',
  ],
  fields: {
    title: ['标题', 'Title'],
    kind: ['类型', 'Kind'],
    assets: ['资产', 'Assets'],
    plan: ['维保计划', 'Plan'],
    dueOn: ['应做日期', 'Due on'],
    supplier: ['维保单位', 'Maintained by'],
    owner: ['负责人', 'Owner'],
    description: ['故障现象或工作内容', 'What is wrong, or to be done'],
    reportedAt: ['报修时间', 'Reported at'],
    respondedAt: ['响应时间', 'Responded at'],
    finishedAt: ['完成时间', 'Finished at'],
    responseMinutes: ['响应用时(分钟)', 'Response took (minutes)'],
    downMinutes: ['停用时长(分钟)', 'Out of use (minutes)'],
    cost: ['费用(元)', 'Cost (CNY)'],
    parts: ['更换的部件', 'Parts replaced'],
    outcome: ['结果', 'Outcome'],
    result: ['处理说明', 'What was done'],
    skipReason: ['不做的原因', 'Why it is left out'],
    fromStock: ['取自库存', 'Taken from stock'],
  },
  states: {
    planned: ['已排期', 'Planned'],
    due: ['应做', 'Due'],
    'in-progress': ['进行中', 'In progress'],
    done: ['已完成', 'Done'],
    skipped: ['不做', 'Skipped'],
  },
  verbs: {
    'fall-due': ['到期', 'Fall due'],
    start: ['开始', 'Start'],
    finish: ['完成', 'Finish'],
    skip: ['本次不做', 'Skip'],
  },
  choices: {
    kind: kindWords,
    outcome: {
      working: ['恢复正常', 'Working'],
      restricted: ['可用,有遗留', 'Usable, with restrictions'],
      'beyond-repair': ['无法修复', 'Beyond repair'],
    },
  },
  acts: { 'clock-late': ['已逾期', 'is overdue'] },
})
