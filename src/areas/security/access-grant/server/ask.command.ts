import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { everyone } from '../../../../record/rule.ts'
import { accessGrant } from '../access-grant.record.ts'
import { grantKinds } from '../access-grant.rules.ts'

/** Asks for several rights at once and puts each before whoever decides; an emergency waits for whoever sets it up. All or nothing. */
export const askForAccess = command({
  path: '/api/access-requests',
  allow: everyone,
  about: accessGrant.name,
  summary: 'Ask for rights for a person: raises a grant for each and submits it',
  input: z.strictObject({
    person: z.uuid(),
    rights: z.array(z.uuid()).min(1).max(20),
    kind: z.enum(grantKinds).default('standing'),
    reason: z.string().trim().min(1).max(2_000),
    startsAt: z.iso.datetime().nullable().default(null),
    endsAt: z.iso.datetime().nullable().default(null),
    measure: z.string().trim().min(1).max(2_000).nullable().default(null),
  }),
  output: z.object({
    items: z.array(
      z.object({ id: z.uuid(), number: z.string(), state: z.enum(accessGrant.states as [string, ...string[]]) }),
    ),
  }),
  async run(tx, { rights, ...values }) {
    const items = []
    for (const accessRight of [...new Set(rights)]) {
      const { id } = await tx.create(accessGrant, { ...values, accessRight })
      if (values.kind !== 'emergency') await tx.act(accessGrant, id, 'submit')
      const { number, state } = await tx.lock(accessGrant, id)
      items.push({ id, number, state })
    }
    return { items }
  },
})
