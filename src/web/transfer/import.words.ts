import type { Words } from '../../record/words.ts'

/** The words of importing. */
export const words = {
  import: ['导入', 'Import'],
  drop: ['把文件拖到这里,或点击选择', 'Drop a file here, or click to choose'],
  dropHint: [
    'XLSX,或任何常见编码的 CSV;最大 50 MB。先试运行,不写入任何内容。',
    'XLSX, or CSV in any usual encoding; up to 50 MB. It is checked first, and nothing is written.',
  ],
  sending: ['正在上传', 'Uploading'],
  another: ['换一个文件', 'Another file'],
  readAs: ['读取方式', 'How it is read'],
  sheet: ['工作表', 'Sheet'],
  headerRow: ['标题行', 'Heading in row'],
  encoding: ['文字编码', 'Encoding'],
  delimiter: ['分隔符', 'Delimiter'],
  comma: ['逗号', 'Comma'],
  semicolon: ['分号', 'Semicolon'],
  tab: ['制表符', 'Tab'],
  bar: ['竖线', 'Bar'],
  columns: ['各列填写什么', 'What the columns fill'],
  column: ['列', 'Column'],
  heading: ['标题', 'Heading'],
  samples: ['内容举例', 'For example'],
  field: ['字段', 'Field'],
  notImported: ['不导入', 'Not imported'],
  remembered: ['上次如此', 'as last time'],
  required: ['必填', 'required'],
  missing: ['新记录必填,但没有对应的列', 'Required for new records, and no column fills it'],
  match: ['按哪一项对应已有记录', 'Known as an existing record by'],
  matchNone: ['不对应,每行都是新记录', 'Nothing: each row is a new record'],
  check: ['试运行', 'Check'],
  checkAgain: ['重新试运行', 'Check again'],
  unknown: ['表中写着、系统里还没有的', 'In the file, and not known here'],
  unknownHint: [
    '确认后立即建立,记入日志;写法不同的,选「就是…」;拿不准的先留空。',
    'What you confirm is made at once and journalled. Where only the spelling differs choose “Is this one”.',
  ],
  make: ['新建', 'Make it'],
  isThis: ['就是…', 'Is this one'],
  leaveEmpty: ['留空', 'Leave the cell empty'],
  leaveAtFault: ['暂不处理', 'Not now'],
  allOfThese: ['这一类全部…', 'All of these…'],
  correct: ['更正', 'Correct'],
  notSaid: ['(未填)', '(not given)'],
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  useIt: ['采用', 'Use it'],
  checkFirst: ['试运行逐行核对,不写入任何内容。', 'The check goes through every row and writes nothing.'],
  found: ['试运行结果', 'What the check found'],
  rows: ['行', 'Rows'],
  create: ['新建', 'New'],
  change: ['更改', 'Changed'],
  unchanged: ['无变化', 'Unchanged'],
  fault: ['有问题', 'At fault'],
  totals: ['合计行,不导入', 'Totals, set aside'],
  row: ['行', 'Row'],
  cell: ['单元格', 'Cell'],
  why: ['问题', 'Fault'],
  name: ['名称', 'Name'],
  changes: ['改动', 'Changes'],
  more: ['显示更多', 'Show more'],
  noFaults: ['没有问题', 'No faults'],
  importAll: ['全部导入', 'Import all'],
  nothingToDo: ['与现有记录完全一致,没有要写入的内容。', 'All of it is there already; there is nothing to write.'],
  fixFirst: [
    '有问题的行不会写入。可下载它们,改正后再上传;也可以先导入没有问题的行。',
    'Rows at fault are not written. Fetch them, correct them and upload again, or import the good rows now.',
  ],
  failedFile: ['下载有问题的行', 'Fetch the rows at fault'],
  done: ['已导入', 'Imported'],
  created: ['新建', 'created'],
  changed: ['更改', 'changed'],
  left: ['未导入', 'not imported'],
  toList: ['查看列表', 'Go to the list'],
  stopped: ['已停止;已经写入的保留,其余未写入。', 'Stopped: what was written stays, the rest is not.'],
} as const satisfies Record<string, Words>

export const importGood = (n: number): Words => [`导入没有问题的 ${n} 行`, `Import the ${n} good rows`]
export const importChosen = (n: number): Words => [`导入所选 ${n} 行`, `Import the ${n} chosen rows`]
export const settleCount = (n: number): Words => [`确认 ${n} 项,重新试运行`, `Confirm ${n} and check again`]
export const keepCount = (n: number): Words => [
  `采用所选 ${n} 行,重新试运行`,
  `Use the ${n} chosen rows and check again`,
]
export const rowsOf = (n: number): Words => [`${n} 行`, n === 1 ? '1 row' : `${n} rows`]
export const becomesOf = (name: string): Words => [`「${name}」如何处理`, `What becomes of “${name}”`]
export const keepRow = (n: number): Words => [`采用第 ${n} 行`, `Use row ${n}`]
export const chosenRow = (n: number): Words => [`选择第 ${n} 行`, `Choose row ${n}`]
export const fieldFor = (column: string): Words => [`${column} 列填写的字段`, `Field that column ${column} fills`]
