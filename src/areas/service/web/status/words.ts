import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const statusWords = {
  title: titles.status,
  calm: ['各项服务正常', 'All services are running'],
  calmHint: [
    '没有影响大家工作的故障。遇到问题请在门户报告。',
    'Nothing disturbs anybody’s work now. If you meet a problem, report it at the portal.',
  ],
  since: ['开始于', 'Since'],
  ended: ['已恢复', 'Restored'],
  mitigated: ['已缓解', 'Mitigated'],
  disturbed: ['处理中', 'Being worked on'],
  affects: ['受影响', 'Affected'],
  next: ['下次通报', 'Next update'],
  late: ['通报稍晚', 'The update is late'],
  noUpdate: ['第一次通报即将发布。', 'The first update will follow shortly.'],
  earlier: ['此前的通报', 'Earlier updates'],
  well: ['正常的服务', 'Running'],
} as const satisfies Record<string, Words>
