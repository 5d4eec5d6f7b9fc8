import type { Words } from '../../../../record/words.ts'

/** The words of the screens of security incidents, evidence and undertakings. */
export const protectionScreenWords = {
  gradeBy: ['定级期限', 'To be graded by'],
  late: ['已超时', 'late'],
  foundAt: ['发现', 'Found'],
  needToKnow: ['仅知情人可见', 'Seen by those who need to know'],
  reports: ['监管报告', 'Reports to authorities'],
  noReports: ['定级后,按报告规则应报的列在这里。', 'Once it is graded, what the reporting rules want stands here.'],
  due: ['期限', 'Due'],
  paper: ['打印报告', 'Paper'],
  evidence: ['证据', 'Evidence'],
  addEvidence: ['登记证据', 'Note evidence'],
  noEvidence: ['没有登记证据。', 'No evidence was noted.'],
  chain: ['保管链', 'Chain of custody'],
  handOver: ['交接', 'Hand over'],
  noChain: ['封存后没有交接。', 'It has not changed hands since it was sealed.'],
  sealed: ['封存的文件', 'Sealed files'],
  lasting: ['离职后继续有效', 'What lasts beyond the employment'],
  digest: ['内容摘要', 'Digest'],
} as const satisfies Record<string, Words>
