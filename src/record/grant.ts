import { z } from 'zod'
import { shaped } from './shape.ts'
import type { Words } from './words.ts'

/** How far a grant reaches: every row, or those that name the person, their team, their department and those below it. */
export const grantScopes = ['all', 'own', 'team', 'department'] as const

/** How far a grant reaches, as people call it. */
export const scopeWords: Readonly<Record<(typeof grantScopes)[number], Words>> = {
  all: ['全部', 'all'],
  own: ['本人相关', 'their own'],
  team: ['本团队', 'their team’s'],
  department: ['本部门及下级', 'their department’s and below'],
}

/**
 * What a role gives beside what declarations say, as data: these acts (`read`, `create`, `update`, verbs) on one record. A grant
 * opens what a rule would close; it never opens what is the system's own, and passes no guard, approval or signature.
 */
export const grantSchema = z.strictObject({
  record: shaped(z.string().min(1).max(60), ['记录', 'Record'], { names: 'record' }),
  acts: shaped(z.array(z.string().min(1).max(60)).min(1).max(60), ['可以', 'May'], { names: 'act' }),
  scope: shaped(z.enum(grantScopes), ['范围', 'Of'], { choices: scopeWords }),
})

export type Grant = z.output<typeof grantSchema>
