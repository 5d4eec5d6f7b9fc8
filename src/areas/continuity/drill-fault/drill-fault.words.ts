import { wordsFor } from '../../../record/record.ts'
import { drillFault } from './drill-fault.record.ts'

export const drillFaultWords = wordsFor(drillFault, {
  name: ['演练故障', 'Drill fault'],
  plural: ['演练故障', 'Drill faults'],
  empty: [
    '还没有演练故障。在计划中的演练里写明让哪个组件怎样失灵、多久。',
    'None yet. A drill that is planned says what is made to fail, how, and for how long.',
  ],
  fields: {
    drill: ['演练', 'Drill'],
    component: ['组件', 'Component'],
    kind: ['故障', 'Fault'],
    title: ['名称', 'Title'],
    minutes: ['持续(分钟)', 'Lasts (min)'],
    note: ['说明', 'Note'],
    injectedAt: ['注入时间', 'Injected at'],
    injectedBy: ['注入人', 'Injected by'],
    until: ['自行结束于', 'Ends by itself at'],
    endedAt: ['结束时间', 'Ended at'],
    failure: ['未能注入', 'Why it failed'],
  },
  states: {
    planned: ['计划', 'Planned'],
    lasting: ['持续中', 'Lasting'],
    ended: ['已自行结束', 'Ended by itself'],
    lifted: ['已提前撤回', 'Lifted'],
    failed: ['未能注入', 'Failed'],
    dropped: ['取消', 'Dropped'],
  },
  verbs: {
    inject: ['注入', 'Inject'],
    lift: ['提前撤回', 'Lift'],
    drop: ['取消', 'Drop'],
    end: ['自行结束', 'End by itself'],
    fail: ['未能注入', 'Fail'],
  },
  choices: {
    kind: {
      stop: ['停止', 'Stop'],
      slow: ['变慢', 'Slow'],
      refuse: ['拒绝服务', 'Refuse'],
      wrong: ['错误应答、行情停滞', 'Wrong or stale answers'],
    },
  },
})
