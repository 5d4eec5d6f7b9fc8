import { z } from 'zod'

/** How far a grant reaches: every row, or those that name the person, their team, their department and those below it. */
export const grantScopes = ['all', 'own', 'team', 'department'] as const

/**
 * What a role gives beside what declarations say, as data: these acts (`read`, `create`, `update`, verbs) on one record. A grant
 * opens what a rule would close; it never opens what is the system's own, and passes no guard, approval or signature.
 */
export const grantSchema = z.strictObject({
  record: z.string().min(1).max(60),
  acts: z.array(z.string().min(1).max(60)).min(1).max(60),
  scope: z.enum(grantScopes),
})

export type Grant = z.output<typeof grantSchema>
