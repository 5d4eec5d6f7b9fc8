import type { Words } from '../../../../record/words.ts'

export const accessWords = {
  intro: ['某一天谁持有哪些权限,因何持有,到何时', 'Who holds which right on a day, why, and until when'],
  ask: ['申请权限', 'Ask for access'],
  system: ['系统', 'System'],
  on: ['日期', 'On'],
  today: ['现在', 'Now'],
  none: ['这一天没有人持有所选的权限。', 'Nobody held what is chosen on that day.'],
  more: ['继续加载', 'Load more'],
  person: ['使用人', 'Person'],
  right: ['系统与权限', 'System and right'],
  grant: ['授权', 'Grant'],
  why: ['用途', 'Why'],
  since: ['开通', 'Since'],
  until: ['截止', 'Until'],
  noEnd: ['长期', 'No end'],
  privileged: ['特权', 'Privileged'],
  conflict: ['职责冲突', 'In conflict'],
  extra: ['岗位外', 'Beyond the post'],
  toBeTaken: ['待收回', 'To be revoked'],
  whoMay: ['现有权限人员', 'Who has access'],
  seeAll: ['按日期查看', 'See by day'],
  rights: ['权限', 'Rights'],
  addRight: ['登记权限', 'Add a right'],
  noRights: [
    '还没有登记权限。代码须与系统的账号清单一致。',
    'No rights yet. Their codes are those of the system’s account list.',
  ],
} as const satisfies Record<string, Words>

export const grantWords = {
  conflict: ['与已有权限冲突', 'In conflict with what the person has'],
  measure: ['补偿措施', 'Measure'],
  extra: ['本人岗位不需要这项权限,须有截止时间。', 'No post of this person needs the right, so it has an end.'],
  unapproved: ['紧急开通,尚待事后审批', 'Set up in an emergency, and still to be agreed to'],
  by: ['期限', 'By'],
  toBeTaken: ['已决定收回,等待在系统中删除', 'To be revoked: it is still there in the system'],
  rejected: ['系统负责人不同意', 'The owner of the system did not agree'],
  broken: ['违反本规则的授权', 'Grants that break this rule'],
  noneBroken: ['没有授权违反本规则。', 'No grant breaks this rule.'],
} as const satisfies Record<string, Words>

export const askWords = {
  intro: [
    '为本人或本部门人员申请;系统负责人审批后由专人开通。',
    'For yourself or somebody of your department. The owner of the system decides, then it is set up.',
  ],
  person: ['使用人', 'For'],
  system: ['系统', 'System'],
  rights: ['权限', 'Rights'],
  noRights: ['该系统没有可申请的权限。', 'This system offers no rights.'],
  chooseSystem: ['先选择系统。', 'Choose a system first.'],
  kind: ['类型', 'Kind'],
  reason: ['用途', 'Why'],
  reasonHint: ['做什么工作需要', 'The work for which it is needed'],
  until: ['截止时间', 'Until'],
  untilHint: [
    '临时、紧急和岗位之外的权限须写明;紧急最长 24 小时。',
    'Needed where it is temporary, an emergency (24 hours at most) or beyond the post.',
  ],
  measure: ['补偿措施', 'Compensating measure'],
  measureHint: [
    '仅在与已有权限冲突且确需兼有时填写;由上一级批准。',
    'Only where it is in conflict with what the person has and both are needed; somebody one step up agrees.',
  ],
  submit: ['提交申请', 'Ask'],
  must: ['此项必填。', 'This must be filled in.'],
  sent: ['已提交', 'Asked for'],
} as const satisfies Record<string, Words>
