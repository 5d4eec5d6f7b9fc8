import type { Words } from '../../../../record/words.ts'

export const levelWords = {
  flow: ['近六个月收到、解决与月末未解决', 'In, resolved and backlog of six months'],
  improve: ['添加改进措施', 'Add an action'],
  noActions: ['还没有改进措施。', 'No actions yet.'],
  stands: ['支持合同', 'What it stands on'],
  noContracts: ['这项服务没有登记支持合同。', 'No contract with a vendor is registered for this service.'],
  gaps: ['我们的承诺比厂商给我们的更紧', 'We promise more than we are promised'],
  ours: ['我们', 'we'],
  theirs: ['厂商', 'vendor'],
  until: ['至', 'until'],
  over: ['已到期', 'has run out'],
  availability: ['可用率', 'Availability'],
  reports: ['月报', 'Monthly reports'],
} as const satisfies Record<string, Words>
