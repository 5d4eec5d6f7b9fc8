/** What stands on the paper that goes to an authority, in the language in which it is told. */
export const paperWords = {
  title: '网络与信息安全事件报告',
  incident: '安全事件',
  basis: '依据',
  to: '报告对象',
  recipient: '接收人',
  channel: '报告方式',
  due: '报告期限',
  sent: '报告时间',
  by: '报告人',
  receipt: '回执',
  text: '报告正文',
  seal: '单位(盖章):',
  signature: '签发人:',
} as const
