/** What rules are about, in the order in which a rulebook is read. */
export const ruleAreas = [
  'governance',
  'assets',
  'security',
  'continuity',
  'service',
  'change',
  'projects',
  'suppliers',
  'operations',
  'business',
  'people',
] as const

export type RuleArea = (typeof ruleAreas)[number]
