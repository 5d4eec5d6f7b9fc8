import { z } from 'zod'
import { action } from '../../../../platform/behaviour.ts'
import { personId } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import { desk } from '../../desk.rules.ts'
import { incident } from '../../incident/incident.record.ts'
import { reachOf } from '../../incident/server/reach.ts'
import { gravities, majorIncident } from '../major-incident.record.ts'

/** Declares a major incident from one: who and what is affected is taken from the map, and changed as people learn more. */
export const declareMajor = action(incident, {
  allow: desk,
  summary: 'Declares a major incident from this one, with the services and departments that the map names',
  input: z.strictObject({
    title: z.string().trim().min(1).max(200).optional(),
    titleEn: z.string().trim().min(1).max(200).optional(),
    gravity: z.enum(gravities).default('general'),
    commander: z.uuid().optional(),
    interval: z.int().min(5).max(1_440).default(30),
  }),
  output: z.object({ id: z.uuid(), number: z.string() }),
  async run(tx, row, { commander, title, titleEn = null, ...given }) {
    if (row.state === 'closed')
      throw new Refusal('wrong-state', ['已关闭的故障不能宣布为重大故障。', 'What is closed is not declared any more.'])
    const known = await tx.db
      .selectFrom('majorIncident')
      .select('number')
      .where('incident', '=', row.id)
      .where('state', '<>', 'stood-down')
      .executeTakeFirst()
    if (known)
      throw new Refusal('conflict', [
        `这条故障已宣布为重大故障 ${known.number}。`,
        `It has been declared already: ${known.number}.`,
      ])
    const reached = row.component ? (await reachOf(tx.db, row.component)).services.map(({ id }) => id) : []
    const services = [...new Set([...(row.service ? [row.service] : []), ...reached])]
    const users =
      services.length === 0
        ? []
        : await tx.db.selectFrom('service').select('users').where('id', 'in', services).orderBy('code').execute()
    const made = await tx.create(majorIncident, {
      ...given,
      title: title ?? row.title,
      titleEn,
      incident: row.id,
      commander: commander ?? (personId(tx.actor) as string),
      startedAt: row.createdAt,
      services,
      departments: [...new Set(users.flatMap((one) => one.users))],
    })
    return { id: made.id, number: made.number }
  },
})
