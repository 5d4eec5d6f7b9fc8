import { wordsFor } from '../../../record/record.ts'
import { restoreTest } from './restore-test.record.ts'

export const restoreTestWords = wordsFor(restoreTest, {
  name: ['恢复测试', 'Restore test'],
  plural: ['恢复测试', 'Restore tests'],
  empty: [
    '还没有恢复测试。生效的备份计划到期自动测试,也可在计划页面立即测试。',
    'No tests yet. Plans in force are tested when due; on a plan’s page one may be begun at once.',
  ],
  fields: {
    title: ['名称', 'Title'],
    plan: ['备份计划', 'Plan'],
    run: ['所恢复的备份', 'Copy restored'],
    component: ['组件', 'Component'],
    takenAt: ['备份时间', 'Copy of'],
    startedAt: ['开始', 'Begun'],
    endedAt: ['结束', 'Ended'],
    seconds: ['用时(秒)', 'Seconds'],
    lossMinutes: ['数据滞后(分钟)', 'Data older by (minutes)'],
    copy: ['执行的服务器副本', 'Copy of the server'],
    steps: ['步骤', 'Steps'],
    compared: ['核对', 'Compared'],
    why: ['不通过的原因', 'Why it failed'],
    whyEn: ['不通过的原因(英文)', 'Why it failed (English)'],
  },
  states: {
    waiting: ['排队', 'Waiting'],
    running: ['进行中', 'Running'],
    proven: ['已验证', 'Proven'],
    failed: ['未通过', 'Failed'],
  },
  verbs: { begin: ['开始', 'Begin'], prove: ['通过', 'Prove'], fail: ['不通过', 'Fail'] },
  choices: {},
})
