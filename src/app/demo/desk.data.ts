/** What the desk of the demo firm works with. */
export const templates = [
  {
    name: '行情中断或延迟',
    title: '行情中断:',
    description: '品种:\n最后一笔行情时间:\n受影响的席位:\n已试过:',
    impact: 'high',
    urgency: 'high',
    affectsTrading: true,
    channel: 'phone',
  },
  {
    name: '登录不上交易终端',
    title: '无法登录交易终端',
    description: '账号:\n提示信息:\n其他人是否正常:',
    impact: 'low',
    urgency: 'high',
    channel: 'phone',
  },
  { name: '打印机', title: '打印机故障', impact: 'low', urgency: 'low', channel: 'desk' },
] as const

export const macros = [
  {
    name: '请补充信息',
    verb: 'wait',
    assignToMe: true,
    reply:
      '{{reporter}},您好。{{number}}「{{title}}」已收到。\n请补充出现的时间、提示信息的截图,以及同席位其他人是否正常。',
  },
  {
    name: '我来处理',
    verb: 'start',
    assignToMe: true,
    reply: '{{me}}已开始处理 {{number}},有进展会在此更新。',
  },
  {
    name: '重启后恢复',
    verb: 'resolve',
    reply: '已重启相关程序并确认恢复。若再次出现,请直接回复本单,我们会重新打开。',
  },
  {
    name: '升级:可能影响多人',
    impact: 'high',
    urgency: 'high',
    isPrivate: true,
    reply: '已有多人反映,上调影响面与紧急度。',
  },
] as const

/**
 * Deadlines of regulators as far as the house has read of them. None was compared with the law's own text here, so all are
 * unverified until the firm has done so.
 */
export const reportingRules = [
  {
    authority: '属地省级网信部门',
    authorityEn: 'Provincial cyberspace administration',
    gravity: 'larger',
    minutes: 240,
    what: '较大以上网络安全事件的报告',
    document: '国家网络安全事件报告管理办法',
    article: '第四条',
    validFrom: '2025-11-01',
    pack: 'CAC-2025',
    note: '事件分级指南(附件)的数值未读到;关键信息基础设施运营者的时限不同。请与原文核对后再采用。',
  },
  {
    authority: '中国人民银行(简报)',
    authorityEn: 'People’s Bank of China (short report)',
    gravity: 'larger',
    minutes: 30,
    what: '业务领域网络安全事件简报',
    document: '业务领域网络安全事件报告管理办法',
    validFrom: '2025-08-01',
    pack: 'PBOC-2025-4',
    note: '时限取自 2025-01-24 的征求意见稿,正式文本未核对;适用范围是否含黄金业务未核对。',
  },
  {
    authority: '中国人民银行(正式报告)',
    authorityEn: 'People’s Bank of China (full report)',
    gravity: 'larger',
    minutes: 120,
    what: '业务领域网络安全事件正式报告',
    document: '业务领域网络安全事件报告管理办法',
    validFrom: '2025-08-01',
    pack: 'PBOC-2025-4',
    note: '时限取自 2025-01-24 的征求意见稿,正式文本未核对;适用范围是否含黄金业务未核对。',
  },
] as const

/** What one evening brought: minutes after it began, who, and what was said. */
export const updates = [
  {
    after: 6,
    text: '夜间行情转发中断,报单界面看不到最新价。技术人员正在切换备用线路,请勿依据旧价下单。半小时内再通报。',
    textEn:
      'Quotes stopped tonight; the order screen shows old prices. We are switching to the standby line. Do not trade on what you see. Next update within half an hour.',
  },
  {
    after: 31,
    text: '已切到备用线路,行情恢复,延迟约 1 秒。仍在观察。',
    textEn: 'We are on the standby line; quotes are back, about a second late. We keep watching.',
  },
  {
    after: 62,
    text: '主线路已修复并切回,行情正常。本次处置结束。',
    textEn: 'The main line is repaired and back in use. Quotes are as usual. This is over.',
  },
] as const

export const lesson = {
  happened:
    '行情转发停止,值班员由用户来电得知,早于探测。4 分钟后宣布重大故障,29 分钟时切到备用线路,60 分钟时切回主线路。',
  causes: '运营商在未通知的情况下割接专线;专线中断没有单独的探测,只能从行情新鲜度间接发现。',
  wentWell: '备用线路切换按流程由两人操作;三次通报都在间隔之内。',
  toImprove: '对专线本身加探测;与运营商约定割接须提前书面通知。',
  vendor: '专线运营商客户经理',
  vendorView: '确认割接未按流程通知,今后割接提前 3 个工作日书面告知。',
} as const
