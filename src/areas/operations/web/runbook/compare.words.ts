import type { Words } from '../../../../record/words.ts'
import { runbookWords } from '../../runbook/runbook.words.ts'
import { titles } from '../titles.words.ts'

export const compareWords = {
  title: titles.compare,
  compare: ['与前版比较', 'Compare'],
  with: ['与此版比较', 'Compared with'],
  onlyOne: [
    '这个流程只有一个版次,没有可比较的。',
    'This runbook has one edition only: there is nothing to compare it with.',
  ],
  same: ['内容相同:', 'It says the same as'],
  runbook: ['流程', 'The runbook'],
  field: ['项目', 'What'],
  was: ['原为', 'It was'],
  now: ['现为', 'It is'],
  added: ['新增', 'Added'],
  removed: ['删除', 'Removed'],
  changed: ['有改动', 'Changed'],
  moved: ['次序变动', 'Moved'],
} as const satisfies Record<string, Words>

const stepFields: Readonly<Record<string, Words>> = {
  title: ['名称', 'Title'],
  instructions: ['做法', 'Instructions'],
  instructionsEn: ['做法(英文)', 'Instructions in English'],
  expected: ['预期结果', 'Expected'],
  expectedEn: ['预期结果(英文)', 'Expected, in English'],
  mode: ['方式', 'Done by'],
  components: ['组件', 'Components'],
  action: ['动作', 'Action'],
  args: ['命令参数', 'Arguments'],
  runbook: ['执行流程', 'Stands for'],
  parameters: ['传入参数', 'What that one is given'],
  probe: ['判定探测', 'Closed by probe'],
  proof: ['佐证探测', 'Proved by probe'],
  expect: ['探测应为', 'The probe must say'],
  makerPost: ['经办岗位', 'Maker post'],
  checkerPost: ['复核岗位', 'Checker post'],
  needs: ['前置步骤', 'After'],
  earliest: ['最早', 'Earliest'],
  deadline: ['最晚', 'Deadline'],
  evidence: ['证据', 'Evidence'],
  onFailure: ['失败时', 'On failure'],
  closing: ['反向执行时', 'In reverse'],
}

export const fieldWords = (field: string): Words =>
  stepFields[field] ?? (runbookWords.fields as Record<string, Words>)[field] ?? [field, field]
