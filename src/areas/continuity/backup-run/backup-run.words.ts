import { wordsFor } from '../../../record/record.ts'
import { backupRun } from './backup-run.record.ts'

export const backupRunWords = wordsFor(backupRun, {
  name: ['备份执行', 'Backup run'],
  plural: ['备份执行', 'Backup runs'],
  empty: [
    '还没有备份执行。备份由程序上报:在备份计划页面生成令牌,按说明包装备份命令。',
    'No runs yet. Programs report them: make a token on the plan’s page and wrap the command as it says there.',
  ],
  fields: {
    title: ['名称', 'Title'],
    plan: ['备份计划', 'Plan'],
    component: ['组件', 'Component'],
    dueAt: ['应执行', 'Due at'],
    key: ['上报标识', 'Key'],
    reportedBy: ['来源', 'Reported by'],
    startedAt: ['开始', 'Begun'],
    endedAt: ['结束', 'Ended'],
    exitCode: ['退出码', 'Exit code'],
    location: ['副本', 'Copy'],
    bytes: ['大小(字节)', 'Bytes'],
    sha256: ['SHA-256 校验值', 'SHA-256'],
    modifiedAt: ['副本写入时间', 'Copy written at'],
    totals: ['上报的合计', 'Totals reported'],
    note: ['输出', 'Said'],
    finding: ['判定', 'Found'],
  },
  states: {
    expected: ['待执行', 'Expected'],
    running: ['进行中', 'Running'],
    succeeded: ['完成', 'Succeeded'],
    failed: ['失败', 'Failed'],
    missed: ['缺失', 'Missed'],
  },
  verbs: { begin: ['开始', 'Begin'], succeed: ['完成', 'Succeed'], fail: ['失败', 'Fail'], miss: ['记为缺失', 'Miss'] },
  choices: {
    reportedBy: { program: ['程序上报', 'A program'], folder: ['查看目录', 'A look at the folder'] },
    finding: {
      good: ['正常', 'Good'],
      failed: ['失败', 'Failed'],
      empty: ['空文件', 'Empty'],
      shrunken: ['异常缩小', 'Shrunken'],
      grown: ['异常增大', 'Grown'],
      unchanged: ['没有变化', 'Unchanged'],
    },
  },
})
