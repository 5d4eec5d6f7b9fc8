/** The roles that the declarations name. Every firm begins with them; who holds them is the firm's own affair. */
export const roles = [
  { code: 'operator', name: '值班员', description: '执行运行流程,处理告警,记运行日志。' },
  { code: 'checker', name: '复核员', description: '复核值班员的每一步并签字。' },
  { code: 'engineer', name: '工程师', description: '处理故障,维护组件、探测和流程。' },
  { code: 'manager', name: '经理', description: '批准流程与日历,查阅日志,豁免步骤。' },
  { code: 'business', name: '业务人员', description: '报告故障,跟踪进展。' },
  { code: 'auditor', name: '审计员', description: '查阅全部记录与日志,不作改动。' },
  { code: 'admin', name: '管理员', description: '管理人员、账号与角色。' },
] as const
