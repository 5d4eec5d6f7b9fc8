import type { Words } from '../../record/words.ts'

/** The words of lists. */
export const words = {
  addFilter: ['添加筛选', 'Add filter'],
  findField: ['查找字段', 'Find a field'],
  is: ['是', 'Is'],
  isNot: ['不是', 'Not'],
  empty: ['为空', 'Empty'],
  filled: ['有值', 'Has a value'],
  range: ['范围', 'Range'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  me: ['我', 'me'],
  myTeam: ['我的团队', 'my team'],
  days: ['自选日期', 'Days of your own'],
  exactText: ['完整内容,多个以逗号分隔', 'The whole text; several with commas'],

  views: ['视图', 'Views'],
  all: ['全部', 'All'],
  saveView: ['保存视图', 'Save view'],
  ofTeam: ['本团队共享', 'My team’s'],
  ofAll: ['所有人可见', 'Everyone’s'],
  viewName: ['视图名称', 'Name of the view'],
  saveHint: [
    '保存当前的筛选、排序和列。「今天」「我」等条件按查看的人和日子计算。',
    'Keeps these filters, sorting and columns. “Today” and “me” mean whoever looks, on the day they look.',
  ],
  viewMenu: ['视图操作', 'What to do with this view'],
  updateView: ['用当前条件更新', 'Update to what is shown'],
  resetView: ['恢复为视图原样', 'Back to the view as saved'],
  saveAsNew: ['另存为新视图', 'Save as a new view'],
  renameView: ['重命名', 'Rename'],
  makeDefault: ['设为我的默认视图', 'Open this list with it'],
  dropDefault: ['取消默认', 'No longer open with it'],
  isDefault: ['默认视图', 'your default'],
  changed: ['已改动', 'changed'],
  viewSaved: ['视图已保存', 'View saved'],
  viewGone: ['视图已删除,可在「保存的视图」中恢复', 'View deleted; it can be restored under Saved views'],

  moveUp: ['上移', 'Move up'],
  moveDown: ['下移', 'Move down'],

  select: ['选择', 'Select'],
  selectLoaded: ['选择已载入的全部', 'Select all that are loaded'],
  clearSelection: ['取消选择', 'Clear the selection'],
  bulkEdit: ['批量修改', 'Change fields'],
  fieldsToChange: ['要修改的字段', 'Fields to change'],
  fieldsHint: ['留空并保存表示清空该字段。', 'A field left empty is emptied.'],
  moreVerbs: ['更多动作', 'More'],
  bulkHint: [
    '逐条办理,每条都检查权限与条件,并各有记录;不能办理的会列出原因。',
    'Each is done on its own, checked and journalled; those that cannot be done are listed with the reason.',
  ],
  close: ['关闭', 'Close'],
  goesOn: ['关闭窗口后仍继续办理。', 'It goes on when this is closed.'],
  changedOnes: ['已办理', 'Done'],
  sameOnes: ['本来就是如此', 'Already so'],
  waitingOnes: ['已提交审批', 'Wait for approval'],
  refusedOnes: ['未能办理', 'Refused'],
  leftOnes: ['未开始', 'Not begun'],
  unnamed: ['无权查看的记录', 'a record you may not see'],
  andMore: ['等', 'and more'],

  export: ['导出', 'Export'],
  exportHint: ['导出当前筛选、排序和列', 'Exactly these filters, sorting and columns'],
  exportTooMany: ['逐条选择最多导出 200 条;请改用筛选。', 'At most 200 hand-picked rows; use a filter for more.'],

  searchList: ['在列表中搜索', 'Search this list'],
} as const satisfies Record<string, Words>

const figure = (n: number) => n.toLocaleString('en-US')

/** `已选 3 条`; of all that match as many as were counted. */
export const selectedWords = (n: number): Words => [`已选 ${figure(n)} 条`, `${figure(n)} selected`]

export const allWords = ({ value, atLeast }: { value: number; atLeast: boolean }): Words => {
  const n = `${figure(value)}${atLeast ? '+' : ''}`
  return [`全部符合条件的 ${n} 条`, `all ${n} that match`]
}

export const selectAllWords = (count: { value: number; atLeast: boolean }): Words => {
  const [zh, en] = allWords(count)
  return [`选择${zh}`, `Select ${en}`]
}
