import { wordsFor } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'
import { event } from './event.record.ts'

const verdicts: Readonly<Record<string, Words>> = {
  unknown: ['未知', 'Unknown'],
  up: ['正常', 'Up'],
  slow: ['缓慢', 'Slow'],
  down: ['中断', 'Down'],
}

export const eventWords = wordsFor(event, {
  name: ['事件', 'Event'],
  plural: ['事件', 'Events'],
  empty: ['探测结论每次变化都会自动记在这里。', 'Each change of a probe’s verdict is recorded here by itself.'],
  fields: {
    title: ['内容', 'Title'],
    titleEn: ['英文内容', 'Title in English'],
    at: ['发生时间', 'Happened at'],
    component: ['组件', 'Component'],
    probe: ['探测', 'Probe'],
    from: ['原结论', 'From'],
    to: ['新结论', 'To'],
    note: ['依据', 'Finding'],
    alarm: ['告警', 'Alarm'],
    behind: ['归因于', 'Explained by'],
    source: ['事件来源', 'Source'],
    maintenance: ['维护窗口', 'Maintenance window'],
    tradingDay: ['交易日', 'Trading day'],
  },
  states: { recorded: ['已记录', 'Recorded'] },
  verbs: {},
  choices: { from: verdicts, to: verdicts },
})
