import { wordsFor } from '../../../record/record.ts'
import { configCheck } from './config-check.record.ts'

export const configCheckWords = wordsFor(configCheck, {
  name: ['配置核对', 'Configuration check'],
  plural: ['配置核对', 'Configuration checks'],
  empty: [
    '还没有核对。安装配置表生效、组件变更后、到期时自动核对,也可在配置表页面立即核对。',
    'No checks yet. They are done when a checklist comes into force, after changes and when due; or at once on a checklist’s page.',
  ],
  fields: {
    title: ['名称', 'Title'],
    checklist: ['安装配置表', 'Checklist'],
    component: ['组件', 'Component'],
    why: ['缘由', 'Why'],
    change: ['变更', 'Change'],
    newest: ['最新', 'Newest'],
    edition: ['配置表版次', 'Edition'],
    checkedAt: ['核对时间', 'Checked at'],
    found: ['结果', 'Found'],
    drifted: ['偏离项', 'Drifted'],
    unread: ['未知项', 'Unknown'],
    driftSince: ['偏离自', 'Drifting since'],
    baseline: ['对照的基线', 'Held against'],
    baselineReason: ['定为基线的理由', 'Why it is to be the baseline'],
    baselineAskedBy: ['基线提出人', 'Baseline asked by'],
    baselineBy: ['基线签署人', 'Baseline signed by'],
    baselineAt: ['签署时间', 'Signed at'],
    declineReason: ['不同意的理由', 'Why declined'],
  },
  states: {
    waiting: ['排队', 'Waiting'],
    matches: ['相符', 'Matches'],
    drifts: ['偏离', 'Drifts'],
    unclear: ['不明', 'Unclear'],
    'baseline-asked': ['待签基线', 'Baseline asked'],
    baseline: ['基线', 'Baseline'],
    declined: ['未同意', 'Declined'],
    dropped: ['已取消', 'Dropped'],
  },
  verbs: {
    match: ['相符', 'Match'],
    drift: ['偏离', 'Drift'],
    'stay-unclear': ['不明', 'Stay unclear'],
    drop: ['取消', 'Drop'],
    'ask-baseline': ['提请定为基线', 'Ask for baseline'],
    'sign-baseline': ['签署基线', 'Sign baseline'],
    decline: ['不同意', 'Decline'],
  },
  choices: {
    why: {
      install: ['配置表生效', 'Checklist came into force'],
      hand: ['手工', 'By hand'],
      change: ['变更后', 'After a change'],
      schedule: ['定期', 'By schedule'],
    },
  },
})
