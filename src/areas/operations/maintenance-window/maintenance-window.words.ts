import { wordsFor } from '../../../record/record.ts'
import { maintenanceWindow } from './maintenance-window.record.ts'

export const maintenanceWindowWords = wordsFor(maintenanceWindow, {
  name: ['维护窗口', 'Maintenance window'],
  plural: ['维护窗口', 'Maintenance windows'],
  empty: [
    '没有维护窗口。动手维护之前登记一个:其间相关组件的异常不告警,到点仍未恢复的会告警。',
    'No maintenance windows. Enter one before you work on something: failures are held back until its end, and alarm then if they last.',
  ],
  fields: {
    title: ['名称', 'Title'],
    components: ['组件', 'Components'],
    dependents: ['包括依赖它们的组件', 'And what stands on them'],
    startsAt: ['开始', 'Starts'],
    endsAt: ['结束', 'Ends'],
    reason: ['事由', 'Reason'],
    owner: ['负责人', 'Owner'],
    endedAt: ['实际结束', 'Ended at'],
  },
  states: {
    planned: ['计划中', 'Planned'],
    'under-way': ['进行中', 'Under way'],
    ended: ['已结束', 'Ended'],
    cancelled: ['已取消', 'Cancelled'],
  },
  verbs: {
    begin: ['开始', 'Begin'],
    extend: ['延长', 'Extend'],
    end: ['提前结束', 'End early'],
    cancel: ['取消', 'Cancel'],
    close: ['到时结束', 'Close'],
  },
  choices: {},
})
