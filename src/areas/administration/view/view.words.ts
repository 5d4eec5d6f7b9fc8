import { wordsFor } from '../../../record/record.ts'
import { view } from './view.record.ts'

export const viewWords = wordsFor(view, {
  name: ['视图', 'View'],
  plural: ['保存的视图', 'Saved views'],
  empty: [
    '还没有保存的视图。在任一列表中筛选、排序后,点「保存视图」。',
    'No saved views yet. Filter and sort any list, then choose “Save view”.',
  ],
  fields: {
    name: ['名称', 'Name'],
    record: ['列表', 'List'],
    query: ['条件与列', 'Filters and columns'],
    team: ['团队', 'Team'],
  },
  states: {
    mine: ['仅自己', 'Mine'],
    team: ['本团队', 'My team’s'],
    everyone: ['所有人', 'Everyone’s'],
    closed: ['已删除', 'Deleted'],
  },
  verbs: {
    'share-with-team': ['共享给本团队', 'Share with my team'],
    'share-with-all': ['共享给所有人', 'Share with everyone'],
    'keep-to-myself': ['收回,仅自己可见', 'Keep to myself'],
    close: ['删除', 'Delete'],
    reopen: ['恢复', 'Restore'],
  },
  choices: {},
})
