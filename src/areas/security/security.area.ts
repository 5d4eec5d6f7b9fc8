import type { Area } from '../../record/registry.ts'
import { access } from './access.area.ts'
import { protection } from './protection.area.ts'
import { risks } from './risks.area.ts'

/** Who may do what and why, what could go wrong, what did, and what is known to be weak. */
export const security: Area = {
  code: 'security',
  words: ['安全', 'Security'],
  records: [...access, ...risks, ...protection],
}
