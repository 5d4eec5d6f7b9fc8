import { wordsFor } from '../../../record/record.ts'
import { checkpoint } from './checkpoint.record.ts'

export const checkpointWords = wordsFor(checkpoint, {
  name: ['巡检点', 'Checkpoint'],
  plural: ['巡检点', 'Checkpoints'],
  empty: [
    '还没有巡检点。选定路线,按行走顺序登记每一点和要抄的读数,再打印标签贴到现场。',
    'No checkpoints yet. For a route, enter each with what is read there, in walking order; then print the labels and put them up.',
  ],
  fields: {
    route: ['巡检路线', 'Patrol route'],
    position: ['次序', 'Order'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'Name in English'],
    place: ['位置', 'Place'],
    component: ['相关组件', 'Component'],
    instructions: ['检查内容', 'What to look at'],
    readings: ['读数', 'Readings'],
    photo: ['须拍照', 'Photo wanted'],
  },
  states: { 'in-use': ['使用中', 'In use'], retired: ['已停用', 'Retired'] },
  verbs: { retire: ['停用', 'Retire'], 'take-up': ['恢复使用', 'Take up again'] },
  choices: {},
})
