import type { Words } from '../../record/words.ts'
import type { RuleArea } from './areas.rules.ts'

export const areaWords: Readonly<Record<RuleArea, Words>> = {
  governance: ['治理与制度', 'Governance'],
  assets: ['资产', 'Assets'],
  security: ['安全', 'Security'],
  continuity: ['备份与应急', 'Continuity'],
  service: ['服务', 'Service'],
  change: ['变更', 'Change'],
  projects: ['规划与项目', 'Planning and projects'],
  suppliers: ['需求与供应商', 'Suppliers'],
  operations: ['运行', 'Operations'],
  business: ['业务支持', 'Business support'],
  people: ['人员', 'People'],
}
