import type { Words } from '../../../../record/words.ts'

export const planScreenWords = {
  runs: ['最近的备份', 'Its last runs'],
  noRuns: [
    '还没有备份。生成令牌,按旁边的说明包装备份命令。',
    'Nothing yet. Make a token and wrap the backup’s command as it says beside this.',
  ],
  legend: ['上为备份,下为恢复测试。', 'Above the run, below its restore test.'],
  size: ['副本大小(MB)', 'Size of copies (MB)'],
  usual: ['平常', 'usual'],
  proof: ['恢复验证', 'Proof by restoring'],
  lastProven: ['最近通过', 'Last proven'],
  never: ['从未通过', 'Never'],
  lastTest: ['最近一次测试', 'Last test'],
  noTest: ['还没有测试', 'None yet'],
  took: ['恢复用时', 'It took'],
  rto: ['目标', 'target'],
  loss: ['数据滞后', 'Data older by'],
  minutes: ['分钟', 'min'],
  seconds: ['秒', 's'],
  ofCopy: ['副本', 'copy of'],
  testNow: ['立即恢复测试', 'Test a restore now'],
  testing: ['正在恢复测试…', 'Restoring a copy …'],
  setUp: ['上报备份', 'Report runs'],
  renewHint: ['原来的令牌立即失效。', 'The one before counts no more.'],
  once: ['第一次运行时告知服务器和令牌:', 'The first time, tell it the server and the token:'],
  afterwards: ['以后每次:', 'From then on:'],
  cutOff: [
    '连不上服务器时先存在本机,下次一并上报;退出码就是命令的退出码。',
    'While the server cannot be reached reports wait on that machine. Its exit code is the command’s.',
  ],
  looked: [
    '服务器每五分钟查看目录里的新文件,不必上报。',
    'The server looks into the folder every five minutes: nothing need be reported.',
  ],
  compared: ['核对', 'Compared'],
  wanted: ['应为', 'Should be'],
  found: ['实为', 'Found'],
  nothing: ['无', 'none'],
  waits: ['排队中,马上开始。', 'It waits and begins soon.'],
} as const satisfies Record<string, Words>

export const stepWords = {
  whole: ['完整性', 'Whole'],
  restore: ['恢复', 'Restore'],
  count: ['清点', 'Count'],
  totals: ['核对', 'Totals'],
  time: ['用时', 'Time'],
} as const satisfies Record<string, Words>
