import { wordsFor } from '../../../record/record.ts'
import { patrolRoute } from './patrol-route.record.ts'

export const patrolRouteWords = wordsFor(patrolRoute, {
  name: ['巡检路线', 'Patrol route'],
  plural: ['巡检路线', 'Patrol routes'],
  empty: [
    '还没有巡检路线。先建路线,再按行走顺序登记巡检点,最后用一项例行工作安排它的时间。',
    'No patrol routes yet. Make a route, enter its checkpoints in walking order, and give it its times by a periodic duty.',
  ],
  fields: {
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'Name in English'],
    place: ['位置', 'Place'],
    instructions: ['说明', 'Instructions'],
  },
  states: { 'in-use': ['使用中', 'In use'], retired: ['已停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], 'take-up': ['恢复使用', 'Take up again'] },
  choices: {},
})
