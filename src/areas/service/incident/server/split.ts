import { z } from 'zod'
import { action } from '../../../../platform/behaviour.ts'
import { addLink } from '../../../../platform/sides/link.ts'
import { desk } from '../../desk.rules.ts'
import { incident } from '../incident.record.ts'

/** Makes an incident of its own from a part of another: same place, same reporter, its own words. */
export const split = action(incident, {
  allow: desk,
  summary: 'Makes an incident of its own from a part of this one; both are linked',
  input: z.strictObject({
    title: z.string().trim().min(1).max(200),
    description: z.string().trim().min(1).max(20_000).optional(),
  }),
  output: z.object({ id: z.uuid(), number: z.string() }),
  async run(tx, { id, impact, urgency, component, service, reportedBy, channel, team }, { title, description = null }) {
    const made = await tx.create(incident, {
      title,
      description,
      impact,
      urgency,
      component,
      service,
      reportedBy,
      channel,
      team,
    })
    await addLink(tx, 'relates-to', { record: incident, id: made.id }, { record: incident, id })
    return { id: made.id, number: made.number }
  },
})
