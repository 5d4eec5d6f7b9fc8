import type { Words } from '../../../record/words.ts'

/** The words of a review's figures, on the screen and on paper alike. */
export const figureWords = {
  controls: ['控制项状态', 'How controls stand'],
  area: ['领域', 'Area'],
  before: ['期初', 'As it began'],
  after: ['期末', 'At its end'],
  figures: ['数据', 'Figures'],
  decisions: ['评审决定', 'Decisions'],
  addDecision: ['登记决定', 'Write down a decision'],
  noDecisions: ['还没有决定。', 'No decisions yet.'],
  decision: ['决定', 'Decision'],
  owner: ['负责人', 'Owner'],
  due: ['期限', 'Due'],
  state: ['状态', 'State'],
  what: ['项目', 'What'],
  count: ['数量', 'Count'],
} as const satisfies Record<string, Words>

/** Lines of figures in the order in which they are read. */
export const lineWords = {
  findingsOpen: ['未关闭审计发现', 'Findings open'],
  findingsOverdue: ['其中逾期', 'of these overdue'],
  findingsMajor: ['其中重大', 'of these major'],
  findingsRaised: ['期间登记审计发现', 'Findings raised'],
  findingsClosed: ['期间关闭审计发现', 'Findings closed'],
  findingsReopened: ['重新打开过的审计发现', 'Findings reopened'],
  actionsOpen: ['未完成改进措施', 'Actions open'],
  actionsOverdue: ['其中逾期', 'of these overdue'],
  incidents: ['期间故障', 'Incidents'],
  incidentsTrading: ['其中影响交易', 'of these affecting trading'],
  incidentsMajor: ['重大故障', 'Major incidents'],
  changes: ['期间完结变更', 'Changes ended'],
  changesSucceeded: ['变更成功率', 'Changes that succeeded'],
  obligations: ['适用外部条款', 'Points of law in force'],
  obligationsCovered: ['有对应条款的比例', 'of these met by a clause'],
  audits: ['期间完成审计', 'Audits reported'],
  auditsRunning: ['进行中审计', 'Audits under way'],
  exceptions: ['生效中的例外', 'Exceptions in force'],
} as const satisfies Record<string, Words>
