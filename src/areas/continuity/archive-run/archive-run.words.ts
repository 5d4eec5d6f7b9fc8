import { wordsFor } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import { archiveRun, type Phase } from './archive-run.record.ts'

export const phaseWords = {
  chosen: ['已选定', 'Chosen'],
  copied: ['已复制', 'Copied'],
  proven: ['已核对', 'Proven'],
  removing: ['删除中', 'Leaving'],
  removed: ['已删除', 'Removed'],
} as const satisfies Record<Phase, Words>

export const archiveRunWords = wordsFor(archiveRun, {
  name: ['归档执行', 'Archive run'],
  plural: ['归档执行', 'Archive runs'],
  empty: [
    '还没有归档执行。启用的归档任务在允许时段自动执行;任何任务都可先试算。',
    'No runs yet. Active jobs run by themselves in their hours; any job can be tried dry.',
  ],
  fields: {
    title: ['名称', 'Title'],
    job: ['归档任务', 'Job'],
    component: ['数据库组件', 'Database'],
    dry: ['试算', 'Dry run'],
    before: ['早于此日', 'Older than'],
    startedAt: ['开始', 'Begun'],
    endedAt: ['结束', 'Ended'],
    copy: ['执行的服务器副本', 'Copy of the server'],
    stopAsked: ['已要求停止', 'Asked to stop'],
    total: ['应归档行数', 'Rows to move'],
    bytes: ['约占空间(字节)', 'About so many bytes'],
    oldest: ['最早', 'Oldest'],
    newest: ['最晚', 'Newest'],
    partitions: ['将移走的分区', 'Partitions that go'],
    batches: ['批数', 'Batches'],
    phase: ['本批进度', 'Its batch'],
    digest: ['本批校验值', 'Digest of the batch'],
    copied: ['已复制行数', 'Rows copied'],
    removed: ['已删除行数', 'Rows removed'],
    kept: ['有变动而保留', 'Changed and kept'],
    why: ['失败原因', 'Why it failed'],
    whyEn: ['失败原因(英文)', 'Why it failed (English)'],
  },
  states: {
    waiting: ['等待时段', 'Waiting'],
    running: ['进行中', 'Running'],
    done: ['完成', 'Done'],
    stopped: ['已停止', 'Stopped'],
    failed: ['失败', 'Failed'],
  },
  verbs: {
    begin: ['开始', 'Begin'],
    rest: ['暂停至下一时段', 'Rest until its next hours'],
    finish: ['完成', 'Finish'],
    stop: ['停止', 'Stop'],
    fail: ['失败', 'Fail'],
  },
  choices: { phase: phaseWords },
})
