import { policy } from '../../areas/rulebook/policy/policy.record.ts'
import { demoPolicies } from './policies.data.ts'
import { protectionPolicy } from './protection.policy.ts'
import type { Stage } from './stage.ts'

const minute = 60_000

/** The firm's rules: drawn up by the engineer, approved by the manager. */
export async function publishPolicies({ clock, people, ...stage }: Stage, today: string): Promise<void> {
  for (const { clauses, topics = {}, ...values } of [...demoPolicies, protectionPolicy]) {
    clock.set(Date.parse(clock.now()) + minute)
    const { id } = await stage.as('engineer', async (tx) => {
      const made = await tx.create(policy, {
        ...values,
        owner: people.manager,
        effectiveOn: today,
        clauses: clauses.map(([key, heading, headingEn, text, textEn, ...controls]) => ({
          ...{ key, heading, headingEn, text, textEn, controls },
          ...(topics[key] && { topics: topics[key] }),
        })),
      })
      return tx.act(policy, made.id, 'submit')
    })
    await stage.as('manager', (tx) => tx.act(policy, id, 'approve'))
  }
}
