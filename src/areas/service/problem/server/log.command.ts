import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { personId } from '../../../../record/actor.ts'
import { mostLinks } from '../../../../record/field.ts'
import { incident } from '../../incident/incident.record.ts'
import { problem } from '../problem.record.ts'

/** What all of them have in common, or nothing. */
const shared = <T>(values: readonly (T | null)[]): T | null =>
  values.every((one) => one === values[0]) ? (values[0] ?? null) : null

/** From what happened to why it happens. */
export const logProblem = command({
  path: '/api/problems/from-incidents',
  allow: problem.access.create,
  summary: 'Logs a problem of one or several incidents, with the component, service and team that they share',
  input: z.strictObject({
    incidents: z.array(z.uuid()).min(1).max(mostLinks),
    title: z.string().trim().min(1).max(200).optional(),
  }),
  output: z.object({ id: z.uuid(), number: z.string() }),
  async run(tx, { incidents, title }) {
    const rows = []
    for (const id of [...new Set(incidents)].sort()) rows.push(await tx.lock(incident, id))
    const [first] = rows
    const { id, number } = await tx.create(problem, {
      title: title ?? (first?.title as string),
      incidents: rows.map((row) => row.id),
      component: shared(rows.map((row) => row.component)),
      service: shared(rows.map((row) => row.service)),
      team: shared(rows.map((row) => row.team)),
      owner: personId(tx.actor),
      priority: rows.some(({ affectsTrading }) => affectsTrading) ? 'high' : 'medium',
    })
    return { id, number }
  },
})
