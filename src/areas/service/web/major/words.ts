import type { Words } from '../../../../record/words.ts'

export const majorScreenWords = {
  updates: ['通报', 'Updates'],
  noUpdates: [
    '还没有通报。第一次应在宣布后一个间隔内发出。',
    'None yet. The first is due one interval after it was declared.',
  ],
  nextDue: ['下次通报', 'Next update'],
  late: ['已超时', 'late'],
  write: [
    '写给受影响的人:现在怎样、在做什么、何时再通报',
    'For those affected: how it stands, what is being done, when they hear again',
  ],
  inEnglish: ['英文(可不填)', 'In English (optional)'],
  give: ['发布通报', 'Give the update'],
  reporting: ['监管报告', 'Reports to regulators'],
  reportingHint: [
    '按开始时间和事件等级得出。未核对的时限仅供参考,以原文为准。',
    'From when it began and how grave it is. A rule that is not verified is a hint; its source decides.',
  ],
  noReporting: ['这一等级没有适用的规则', 'No rule applies to this gravity'],
  due: ['应在此前报告', 'Due'],
  reported: ['已报告', 'Reported'],
  notVerified: ['未核对', 'Not verified'],
  verified: ['已核对', 'Verified'],
  note: ['登记已报告', 'Note the report'],
  how: ['报给谁、以何种方式、编号', 'To whom, how, under which number'],
  course: ['经过', 'Course'],
  courseHint: ['由系统从各记录的流水自动汇集', 'Gathered by itself from the journals'],
  review: ['复盘', 'Review'],
  beginReview: ['开始复盘', 'Begin the review'],
  actions: ['改进措施', 'Actions'],
  addAction: ['添加措施', 'Add an action'],
  noActions: [
    '还没有措施。写下要做的事、由谁、何时前完成。',
    'None yet. Say what is to be done, by whom and until when.',
  ],
  system: ['系统', 'The system'],
  said: ['说', 'said'],
} as const satisfies Record<string, Words>
