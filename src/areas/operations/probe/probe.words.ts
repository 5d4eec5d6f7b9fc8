import { wordsFor } from '../../../record/record.ts'
import { kindWords } from './kinds/kind.words.ts'
import { probe } from './probe.record.ts'

export const probeWords = wordsFor(probe, {
  name: ['探测', 'Probe'],
  plural: ['探测', 'Probes'],
  empty: [
    '每个探测按固定间隔检查一个组件。先为影响交易的组件各建一个。',
    'A probe checks one component at a fixed interval. Begin with one for each component that affects trading.',
  ],
  fields: {
    name: ['名称', 'Name'],
    component: ['组件', 'Component'],
    settings: ['目标与阈值', 'Target and thresholds'],
    kind: ['方式', 'Kind'],
    agent: ['由代理执行', 'Run by agent'],
    intervalSeconds: ['间隔(秒)', 'Interval (s)'],
    hysteresis: ['判定次数', 'Hysteresis'],
    runbook: ['处置流程', 'Runbook'],
    flap: ['抖动判定', 'Flapping'],
  },
  states: {
    active: ['启用', 'Active'],
    paused: ['暂停', 'Paused'],
    retired: ['停用', 'Retired'],
  },
  verbs: {
    pause: ['暂停', 'Pause'],
    resume: ['恢复', 'Resume'],
    retire: ['停用', 'Retire'],
  },
  choices: {
    kind: kindWords,
  },
})
